Describe 'Test-RmfSmartClientPlugin' {
    BeforeAll {
        # A session without a policy: the current one of a file before is gone with its folder.
        Remove-Module -Name RMF.PowerShell -ErrorAction Ignore
        . "$PSScriptRoot/Lab.ps1"
        . "$PSScriptRoot/Package.ps1"
        $version = (Import-PowerShellDataFile -Path $manifest).ModuleVersion
        $package = New-TestPackage "$TestDrive/package/Rmf" $version
        $plugins = Join-Path -Path $TestDrive -ChildPath 'MIPPlugins'
        $folder = Join-Path -Path $plugins -ChildPath 'Rmf'
        $null = & "$package/install.ps1" -Path $plugins -HostProcess rmf-no-such-process
        function Get-Check { param([string] $Name) Test-RmfSmartClientPlugin $folder | Where-Object Check -EQ $Name }
    }

    It 'passes what the installer installed, and asks for a policy' {
        $checks = Test-RmfSmartClientPlugin $folder
        $checks.Check | Should -Be 'Files', 'Definition', 'Version', 'Policy'
        $checks.Status | Should -Be 'Passed', 'Passed', 'Passed', 'Skipped'
        $checks[3].Recommendation | Should -Match 'Import-RmfPolicy'
        Test-RmfSmartClientPlugin $folder -Quiet | Should -BeTrue
    }

    It 'takes a relative path, and looks in the standard folder without one' {
        Push-Location -Path $plugins
        try { (Test-RmfSmartClientPlugin Rmf)[0].Status | Should -Be 'Passed' } finally { Pop-Location }
        $programs = $env:ProgramW6432
        try {
            $env:ProgramW6432 = "$TestDrive/programs"
            (Test-RmfSmartClientPlugin)[0].Detail | Should -Match ([regex]::Escape([System.IO.Path]::Combine("$TestDrive/programs", 'Milestone', 'MIPPlugins', 'Rmf')))
            $null = & "$package/install.ps1" -HostProcess rmf-no-such-process
            (Test-RmfSmartClientPlugin)[0].Status | Should -Be 'Passed'
        }
        finally { $env:ProgramW6432 = $programs }
    }

    It 'names a changed file, and false is what -Quiet says' {
        Add-Content -Path "$folder/RMF.Core.dll" -Value 'x'
        (Get-Check Files).Detail | Should -Match 'changed: RMF\.Core\.dll'
        Test-RmfSmartClientPlugin $folder -Quiet | Should -BeFalse
        $null = & "$package/install.ps1" -Path $plugins -HostProcess rmf-no-such-process
        (Get-Check Files).Status | Should -Be 'Passed'
    }

    It 'shows a table and a list' {
        Test-RmfSmartClientPlugin $folder | Out-String | Should -Match 'Check +Status +Detail'
        Test-RmfSmartClientPlugin $folder | Format-List | Out-String | Should -Match 'Recommendation'
    }

    Context 'with two sites' {
        BeforeAll {
            $path = Start-Lab $TestDrive
            $null = Sync-RmfSite 6> $null
        }

        AfterAll { Stop-Lab }

        It 'fails before anything was published, and passes afterwards' {
            (Get-Check Policy).Status | Should -Be 'Failed'
            (Get-Check Pairs).Status | Should -Be 'Skipped'
            $null = Publish-RmfPolicy
            $checks = Test-RmfSmartClientPlugin $folder
            $checks.Status | Select-Object -Unique | Should -Be 'Passed'
            $checks.Check | Should -Be 'Files', 'Definition', 'Version', 'Policy', 'Sites', 'Pairs', 'Drift'
            ($checks | Where-Object Check -EQ Policy).Detail | Should -Match 'serial 1'
            Test-RmfSmartClientPlugin $folder -Quiet | Should -BeTrue
        }

        It 'tells when the file says something else' {
            Set-RmfPriority Secondary
            (Get-Check Drift).Status | Should -Be 'Failed'
            (Get-Check Drift).Recommendation | Should -Match 'Publish-RmfPolicy'
            $null = Publish-RmfPolicy
            (Get-Check Drift).Status | Should -Be 'Passed'
        }

        It 'names a site that is behind' {
            Set-RmfPriority Primary
            Set-RmfSimulator inland -Fault ErrorStatus -Status 500 -Method POST -RequestPath '/mipKinds?task=SetMIPOptionProperty' -Count 1000
            $null = Publish-RmfPolicy -ErrorAction SilentlyContinue
            Set-RmfSimulator inland -ClearFault
            $sites = Get-Check Sites
            $sites.Status | Should -Be 'Failed'
            $sites.Detail | Should -Match 'inland: has serial 2'
            $sites.Detail | Should -Not -Match 'harbour'
        }

        It 'goes on with the local copy when no site answers, without an error of its own' {
            Disconnect-RmfSite
            Stop-RmfSimulator
            $checks = Test-RmfSmartClientPlugin $folder -Policy $path -ErrorVariable problems
            $problems | Should -BeNullOrEmpty
            ($checks | Where-Object Check -EQ Policy).Detail | Should -Match 'local copy'
            ($checks | Where-Object Check -EQ Sites).Status | Should -Be 'Failed'
            Test-RmfSmartClientPlugin $folder -Policy $path -Quiet | Should -BeFalse
        }
    }
}
