Describe 'Pipelines' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $shell = (Get-Process -Id $PID).Path

        # A step in a process of its own, as a pipeline runs it.
        function Invoke-Step {
            param([string[]] $Arguments)

            $script:said = & $shell -NoProfile -NonInteractive -File "$root/examples/pipeline/Invoke-RmfStep.ps1" @Arguments -Policy $policy -Module $manifest 2>&1 | Out-String
            $LASTEXITCODE
        }
    }

    BeforeEach {
        $policy = Start-Lab $TestDrive
        $file = "$TestDrive/rmf.plan.json"
    }

    AfterEach {
        Stop-Lab
        Remove-Item -Path "$TestDrive/*" -Recurse -ErrorAction Ignore
    }

    It 'end with the result as the exit code, from the plan to the wanted state' {
        Invoke-Step Validate | Should -Be 0 -Because $said
        Invoke-Step Assert | Should -Be 2 -Because $said
        $said | Should -Match 'NotInWantedState.*harbour is not in the wanted state: \d+ changes pending'
        Invoke-Step Plan, -PlanFile, $file, -Markdown, "$TestDrive/plan.md" | Should -Be 2 -Because $said
        $markdown = Get-Content -Path "$TestDrive/plan.md" -Raw
        $checksum = (Get-RmfPlan $file).Checksum
        $markdown | Should -Match '\| Create \| Hardware \| Gate 4 \|'
        $markdown | Should -Match ([regex]::Escape($checksum))

        Invoke-Step Apply, -PlanFile, $file, -Checksum, 'another' | Should -Be 7 -Because $said
        (Get-RmfSimulator).Writes | Should -Be 0, 0
        Invoke-Step Apply, -PlanFile, $file, -Checksum, $checksum | Should -Be 0 -Because $said
        Invoke-Step Assert | Should -Be 0 -Because $said
        Invoke-Step Plan, -PlanFile, $file | Should -Be 0 -Because $said
    }

    It 'tell an invalid policy and a stale plan' {
        Add-Content -Path $policy -Value 'nonsense: true'
        Invoke-Step Validate | Should -Be 4 -Because $said
        Invoke-Step Plan, -PlanFile, $file | Should -Be 4 -Because $said
        (Get-Content -Path $policy -Raw).Replace('nonsense: true', '') | Set-Content -Path $policy

        $null = Invoke-Step Plan, -PlanFile, $file
        $checksum = (Get-RmfPlan $file).Checksum
        Set-RmfSimulator inland -Item 'Gate 02' -Resource cameras -Property name -Value 'somebody was here'
        Invoke-Step Apply, -PlanFile, $file, -Checksum, $checksum | Should -Be 7 -Because 'what the plan touches has changed'
    }

    It 'are asserted in PowerShell with one error that holds the plan' {
        { Assert-RmfSite } | Should -Throw -ErrorId 'NotInWantedState,RMF.PowerShell.Cmdlets.Inconsistency.AssertRmfSite'
        try { Assert-RmfSite } catch { $caught = $_ }
        $caught.Exception.ExitCode | Should -Be 2
        $caught.TargetObject.Create | Should -Be 9
        $caught.ErrorDetails.RecommendedAction | Should -Match 'Test-RmfInconsistency'
        Sync-RmfSite 6> $null | Out-Null
        Assert-RmfSite -Protected | Should -BeNullOrEmpty
        Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $false
        { Assert-RmfSite } | Should -Throw '*1 change pending, 1 of them drift*'
    }

    It 'validate a site with Pester and write JUnit XML' {
        $report = "$TestDrive/junit.xml"
        $said = & $shell -NoProfile -File "$root/examples/validation/Invoke-Validation.ps1" -Policy $policy -OutFile $report -Module $manifest | Out-String
        $LASTEXITCODE | Should -BeGreaterThan 0 -Because $said
        Sync-RmfSite 6> $null | Out-Null
        $said = & $shell -NoProfile -File "$root/examples/validation/Invoke-Validation.ps1" -Policy $policy -OutFile $report -Module $manifest | Out-String
        $LASTEXITCODE | Should -Be 0 -Because $said
        $cases = ([xml](Get-Content -Path $report -Raw)).SelectNodes('//testcase')
        $cases.Count | Should -BeGreaterThan 40
        $cases.name -join ';' | Should -Match 'camera Gate 1 is in step'
    }
}
