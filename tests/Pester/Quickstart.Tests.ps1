Describe 'The quickstart' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        $before = @(Get-ChildItem -Path ([System.IO.Path]::GetTempPath()) -Filter 'rmf-quickstart-*').Count
        $answer = Invoke-FreshPwsh -ArgumentList "$root/examples/quickstart.ps1", $TestDrive -Script {
            param($script, $folder)
            Set-Location $folder
            try { & $script } catch { "failed: $_" }
            "left: $(@(Get-RmfSimulator).Count) $(@(Get-RmfSite).Count) $(@(Get-ChildItem env:RMF_*_PASSWORD).Count)"
        } | Out-String
    }

    It 'walks from a policy to two equal sides, from any folder' {
        $answer | Should -Not -Match 'failed:'
        $answer | Should -Match '\d+ changes made, all read back as wanted'
        $answer | Should -Match '9 Create, Hardware, Verified'
        $answer | Should -Match 'Both sides are equal'
        ([regex]::Matches($answer, 'changes made')).Count | Should -Be 2
    }

    It 'cleans up after itself' {
        $answer | Should -Match 'left: 0 0 0'
        @(Get-ChildItem -Path ([System.IO.Path]::GetTempPath()) -Filter 'rmf-quickstart-*').Count | Should -Be $before
        Get-ChildItem -Path $TestDrive | Should -BeNullOrEmpty
    }
}
