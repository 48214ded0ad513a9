Describe 'The base of asynchronous cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-TestCmdlet

        # A pipeline in a runspace of its own, with the module and the test cmdlets.
        function New-Shell {
            $shell = [powershell]::Create()
            [void] $shell.AddScript("Set-Location '$root'; . '$PSScriptRoot/Module.ps1'; Import-TestCmdlet").Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
            $shell.Commands.Clear()
            $shell
        }

        # The best of three, because a loaded machine can only add.
        function Measure-BestStop {
            param([string] $Script)

            foreach ($attempt in 1..3) {
                $shell = New-Shell
                [void] $shell.AddScript($Script)
                $seconds = Measure-Stop $shell
                $shell.Dispose()
                if ($seconds -lt 1) { break }
            }
            $seconds
        }

        # Starts, waits for the first output, stops; gives the seconds that the stop took.
        function Measure-Stop {
            param($Shell)

            $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
            $running = $Shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
            $limit = [datetime]::UtcNow.AddSeconds(20)
            while ($output.Count -eq 0 -and [datetime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
            $output.Count | Should -BeGreaterThan 0
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            $Shell.EndStop($Shell.BeginStop($null, $null))
            $clock.Stop()
            $running.IsCompleted | Should -BeTrue
            $Shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $clock.Elapsed.TotalSeconds
        }
    }

    It 'carries every stream to the pipeline' {
        $DebugPreference = 'Continue'
        $all = Write-RmfProbe -Number 7 -Verbose *>&1
        $all.Where({ $_ -is [System.Management.Automation.VerboseRecord] }).Message | Should -Be 'verbose'
        $all.Where({ $_ -is [System.Management.Automation.DebugRecord] }).Message | Should -Be 'debug'
        $all.Where({ $_ -is [System.Management.Automation.WarningRecord] }).Message | Should -Be 'warning'
        $all.Where({ $_ -is [System.Management.Automation.InformationRecord] }).MessageData | Should -Be 'information'
        $all.Where({ $_ -is [System.Management.Automation.ErrorRecord] }).TargetObject | Should -Be 7
        $all.Where({ $_ -is [int] }) | Should -Be 7000000, -1, -2
    }

    It 'shows progress' {
        $shell = New-Shell
        [void] $shell.AddScript('Write-RmfProbe -WarningAction Ignore -ErrorAction Ignore').Invoke()
        $shell.Streams.Progress.Where({ $_.Activity -eq 'probe' }).Count | Should -Be 1
        $shell.Dispose()
    }

    It 'loses and repeats nothing of many threads, each in its own order' {
        $numbers = Write-RmfProbe -Count 2000 -Threads 4 -WarningAction Ignore -ErrorAction Ignore | Where-Object { $_ -ge 0 }
        $numbers.Count | Should -Be 8000
        foreach ($thread in 0..3) {
            $own = $numbers | Where-Object { [math]::Floor($_ / 10000) -eq $thread }
            $own | Should -Be (0..1999 | ForEach-Object { $thread * 10000 + $_ })
        }
    }

    It 'binds pipeline input one by one' {
        1..3 | Write-RmfProbe -WarningAction Ignore -ErrorAction Ignore | Where-Object { $_ -gt 0 } | Should -Be 1000000, 2000000, 3000000
    }

    It 'honours -WhatIf and -Confirm:$false from asynchronous code' {
        Set-RmfProbe one -WhatIf | Should -BeNullOrEmpty
        Set-RmfProbe one -Confirm:$false | Should -Be 'one'
    }

    It 'reads a variable of the caller' {
        $global:RmfProbeVariable = 'there'
        Set-RmfProbe one -Variable RmfProbeVariable | Select-Object -Last 1 | Should -Be 'there'
        Remove-Variable -Name RmfProbeVariable -Scope Global
    }

    It 'ends at Select-Object -First, without an error' {
        $Error.Clear()
        Write-RmfProbe -Count 5000 -WarningAction Ignore -ErrorAction Ignore | Select-Object -First 2 | Should -Be 0, 1
        $Error.Count | Should -Be 0
    }

    It 'ends at the first error under -ErrorAction Stop' {
        { Write-RmfProbe -WarningAction Ignore -ErrorAction Stop } | Should -Throw -ErrorId 'ProbeError,*'
    }

    It 'ends with an error record when the work throws: <How>' -ForEach @(
        @{ How = 'Bug'; Id = 'Unexpected'; Category = 'NotSpecified' }
        @{ How = 'Timeout'; Id = 'TimedOut'; Category = 'OperationTimeout' }
        @{ How = 'Cancelled'; Id = 'TimedOut'; Category = 'OperationTimeout' }
        @{ How = 'Terminating'; Id = 'ProbeTerminating'; Category = 'LimitsExceeded' }
    ) {
        $thrown = { Assert-RmfProbe $How } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be "$Id,RMF.PowerShell.TestCmdlets.AssertRmfProbe"
        $thrown.CategoryInfo.Category | Should -Be $Category
        if ($How -ne 'Terminating') { $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty }
    }

    It 'passes the error of a script on as it is' {
        { Assert-RmfProbe Script } | Should -Throw 'from script'
    }

    It 'stops within a second, and lets the work clean up' {
        $clean = Join-Path -Path $TestDrive -ChildPath 'clean.txt'
        Measure-BestStop "Wait-RmfProbe -CleanUpFile '$clean'" | Should -BeLessThan 1
        Get-Content -Path $clean | Should -Be 'clean'
    }

    It 'stops in about a second even when the work does not listen' {
        Measure-BestStop 'Wait-RmfProbe -Deaf' | Should -BeLessThan 1.3
    }

    It 'can be used again in the runspace that was stopped' {
        $shell = New-Shell
        [void] $shell.AddScript('Wait-RmfProbe')
        $null = Measure-Stop $shell
        $shell.Commands.Clear()
        $shell.AddScript('Set-RmfProbe again').Invoke() | Should -Be 'again'
        $shell.Dispose()
    }
}

Describe 'The session of a runspace' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-TestCmdlet
    }

    It 'is kept between cmdlets' {
        Get-RmfProbe -Note first | Should -Contain 'first'
        Get-RmfProbe | Should -Contain 'first'
    }

    It 'is not shared by parallel runspaces' {
        $script = "$PSScriptRoot/Module.ps1"
        $answers = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            . $using:script
            Import-TestCmdlet
            $null = Get-RmfProbe -Note $_
            Start-Sleep -Milliseconds 200
            Get-RmfProbe
        }
        ($answers | Sort-Object) | Should -Be '1', '2', '3', '4'
        Get-RmfProbe | Should -Not -Contain '3'
    }

    It 'ends with its runspace' {
        $ended = Join-Path -Path $TestDrive -ChildPath 'ended.txt'
        $shell = [powershell]::Create()
        [void] $shell.AddScript(". '$PSScriptRoot/Module.ps1'; Import-TestCmdlet; Get-RmfProbe -EndFile '$ended'").Invoke()
        Test-Path -Path $ended | Should -BeFalse
        $shell.Runspace.Close()
        Get-Content -Path $ended | Should -Be 'ended'
        $shell.Dispose()
    }

    It 'ends when the module is removed' {
        $ended = Join-Path -Path $TestDrive -ChildPath 'removed.txt'
        $shell = [powershell]::Create()
        [void] $shell.AddScript(". '$PSScriptRoot/Module.ps1'; Import-TestCmdlet; Get-RmfProbe -EndFile '$ended'; Remove-Module RMF.PowerShell").Invoke()
        Get-Content -Path $ended | Should -Be 'ended'
        $shell.Dispose()
    }
}
