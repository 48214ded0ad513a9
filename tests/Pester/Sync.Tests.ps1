Describe 'The Sync cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
    }

    Context 'Before anything is in step' {
        BeforeEach {
            $policy = Start-Lab $TestDrive
            $state = Join-Path -Path $TestDrive -ChildPath 'harbour.rmfstate.json'
        }

        AfterEach {
            Stop-Lab
            Remove-Item -Path $state -ErrorAction Ignore
        }

        It 'write nothing with -WhatIf, however it was asked for: <_>' -ForEach 'Sync-RmfSite', 'Sync-RmfHardware', 'Sync-RmfCamera', 'Repair-RmfInconsistency' {
            & $_ -WhatIf 6> $null | Where-Object Status -NE Skipped | Should -BeNullOrEmpty
            $WhatIfPreference = $true
            try { & $_ 6> $null | Where-Object Status -NE Skipped | Should -BeNullOrEmpty } finally { $WhatIfPreference = $false }
            (Get-RmfSimulator).Writes | Should -Be 0, 0
            $state | Should -Not -Exist
        }

        It 'tell with -WhatIf each change in words' {
            $running = Start-Shell "Import-RmfPolicy '$policy'; Start-Transcript '$TestDrive/whatif.txt'; Sync-RmfCamera 'Gate 2' -WhatIf; Stop-Transcript"
            Wait-Until { $running.Shell.InvocationStateInfo.State -ne 'Running' } | Should -BeTrue
            $running.Shell.Dispose()
            $text = Get-Content -Path "$TestDrive/whatif.txt" -Raw
            $text | Should -Match ([regex]::Escape("Update Camera 'Gate 2': name 'Gate 02' -> 'Gate 2'"))
            $text | Should -Match 'inland: 0 to add, 1 to change'
        }

        It 'add devices alone: Sync-RmfHardware' {
            $results = Sync-RmfHardware -Confirm:$false 6> $null
            @($results | Where-Object Action -EQ Create).Count | Should -Be 9
            $results.Status | Sort-Object -Unique | Should -Be 'Verified'
            Get-RmfCamera -Unprotected | Should -BeNullOrEmpty
            $left = Test-RmfInconsistency
            $left.Kind | Should -Not -Contain 'Hardware'
            $left.Pair | Should -Contain 'Gate 2' -Because 'the cameras of devices that were there are not its business'
            $left.Pair | Should -Not -Contain 'Gate 4' -Because 'an added device is set up whole'
        }

        It 'take devices by name and from the pipeline' {
            (Sync-RmfHardware 'Gate 4' 6> $null | Where-Object Action -EQ Create).Name | Should -Be 'Gate 4'
            (Get-RmfHardware 'Fence west*' | Sync-RmfHardware 6> $null | Where-Object Action -EQ Create).Name | Sort-Object | Should -Be 'Fence west 1', 'Fence west 2'
            Get-RmfHardware 'Gate 1' -Side Secondary | Sync-RmfHardware 6> $null -ErrorVariable problems | Should -BeNullOrEmpty
            $problems | Should -BeNullOrEmpty -Because 'an object of the other side is known by its pair'
            Sync-RmfHardware 'Gate 44' -ErrorVariable problems -ErrorAction SilentlyContinue 6> $null
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'HardwareNotFound,*'
            (New-RmfPlan).Create | Should -Be 6
        }

        It 'take cameras by name, wildcard and object, and touch no others' {
            (Sync-RmfCamera 'Gate 2' 6> $null).Name | Sort-Object -Unique | Should -Be 'Gate 2'
            $results = Get-RmfCamera -Group /Gates | Sync-RmfCamera 6> $null
            ($results | Where-Object Status -EQ Verified).Name | Sort-Object -Unique | Should -Be 'Gate 3', 'Guard house'
            ($results | Where-Object Status -EQ Skipped).Name | Should -Be 'Gate 4'
            (Sync-RmfCamera 'Fence*', 'Quay 1*' 6> $null | Where-Object Status -EQ Verified).Name | Sort-Object -Unique | Should -Be 'Fence east 2', 'Fence north 1', 'Fence north 2', 'Quay 1 berth 1', 'Quay 1 berth 2', 'Quay 1 berth 4'
            (Test-RmfInconsistency | Where-Object Severity -EQ Warning).Pair -notmatch 'intercom|barrier|room|( - (Input|Metadata|Microphone|Output|Speaker) )' | Sort-Object -Unique | Should -Be 'Dome north', 'Ferry ramp', 'Quay 1 berth 1', 'Quay 2 berth 1'
        }

        It 'report a camera without a pair as skipped, with the command that helps' {
            $writes = Get-WriteCount
            $skipped = Sync-RmfCamera 'Warehouse east' 6> $null
            $skipped.Status | Should -Be 'Skipped'
            $skipped.Reason | Should -Match "Sync-RmfHardware 'Warehouse encoder'"
            Get-WriteCount | Should -Be $writes
            $command = [regex]::Match($skipped.Reason, "Sync-RmfHardware '[^']+'").Value
            & ([scriptblock]::Create($command)) 6> $null | Should -Not -BeNullOrEmpty
            (Get-RmfCamera 'Warehouse east').Protected | Should -BeTrue
        }

        It 'do nothing for nothing, and never everything' {
            Get-RmfCamera -Group /None | Sync-RmfCamera 6> $null | Should -BeNullOrEmpty
            Get-RmfHardware 'None*' | Sync-RmfHardware 6> $null | Should -BeNullOrEmpty
            { Sync-RmfCamera -Camera @() } | Should -Throw
            { Sync-RmfCamera -Camera $null } | Should -Throw
            Sync-RmfCamera 'None' -ErrorVariable problems -ErrorAction SilentlyContinue 6> $null | Should -BeNullOrEmpty
            $problems[0].FullyQualifiedErrorId | Should -Be 'CameraNotFound,RMF.PowerShell.Cmdlets.Sync.SyncRmfCamera'
            Get-WriteCount | Should -Be 0
        }

        It 'show progress with totals' {
            $running = Start-Shell "Import-RmfPolicy '$policy' | Out-Null; Sync-RmfSite"
            Wait-Until { $running.Shell.InvocationStateInfo.State -ne 'Running' } | Should -BeTrue
            $progress = $running.Shell.Streams.Progress.Where({ $_.Activity -eq 'Synchronising' })
            $progress.Where({ $_.PercentComplete -gt 0 }).Count | Should -BeGreaterThan 0
            ($progress.StatusDescription -join "`n") | Should -Match 'Snapshot: harbour: .+ of \d+'
            ($progress.StatusDescription -join "`n") | Should -Match 'Apply: '
            $progress[-1].RecordType | Should -Be 'Completed'
            $running.Shell.Dispose()
        }

        It 'go on after a device that fails, and finish the rest in the next run' {
            Set-RmfSimulator inland -CameraUnreachable 10.20.11.24
            $results = Sync-RmfSite -ErrorVariable problems -ErrorAction SilentlyContinue -InformationVariable told 6> $null
            $failed = $results | Where-Object Status -EQ Failed
            $failed.Name, $failed.Action | Should -Be 'Gate 4', 'Create'
            ($results | Where-Object Status -EQ Skipped).Reason | Should -Match 'needs .+ which ended Failed'
            @($results | Where-Object Status -EQ Verified).Count | Should -BeGreaterThan 80
            $problems.Count | Should -Be 1 -Because 'what was skipped has the same cause'
            $problems[0].FullyQualifiedErrorId | Should -Be 'ChangeFailed,RMF.PowerShell.Cmdlets.Sync.SyncRmfSite'
            $problems[0].TargetObject.Name | Should -Be 'Gate 4'
            "$($problems[0])" | Should -Match 'VMO'
            $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            "$told" | Should -Match 'were not'

            Set-RmfSimulator inland -ClearFault
            $second = Sync-RmfSite 6> $null
            $second.Name | Sort-Object -Unique | Should -Be 'Gate 4', 'Gate 4 - Microphone 1'
            (New-RmfPlan).IsEmpty | Should -BeTrue
        }

        It 'end with an error under -ErrorAction Stop, after the whole run' {
            Set-RmfSimulator inland -CameraUnreachable 10.20.11.24
            { Sync-RmfSite -ErrorAction Stop 6> $null } | Should -Throw -ErrorId 'ChangeFailed,*'
            Set-RmfSimulator inland -ClearFault
            (New-RmfPlan).Create | Should -Be 1
        }

        It 'give each result as it is made, stop within a second, and remember what was done' {
            # Devices are added; then each update takes half a minute.
            Set-RmfSimulator inland -Latency 30s -Method PATCH
            $running = Start-Shell "Import-RmfPolicy '$policy' | Out-Null; Sync-RmfSite"
            Wait-Until { $running.Output.Count -eq 9 } | Should -BeTrue
            $running.Shell.InvocationStateInfo.State | Should -Be 'Running'
            Measure-Stop $running | Should -BeLessThan 1
            $running.Output.Action | Sort-Object -Unique | Should -Be 'Create'
            $running.Shell.Dispose()
            Set-RmfSimulator inland -ClearFault
            Wait-Until { Test-Path -Path $state } -Seconds 5 | Should -BeTrue
            (New-RmfPlan).Create | Should -Be 0
            (Sync-RmfSite 6> $null).Status | Sort-Object -Unique | Should -Be 'Verified'
            (New-RmfPlan).IsEmpty | Should -BeTrue
        }
    }

    Context 'When both sides are in step' {
        BeforeAll {
            $policy = Start-Lab $TestDrive
            $null = Sync-RmfSite 6> $null
        }

        AfterAll { Stop-Lab }

        It 'write nothing, and say so: <_>' -ForEach 'Sync-RmfSite', 'Sync-RmfHardware', 'Sync-RmfCamera', 'Repair-RmfInconsistency' {
            $writes = (Get-RmfSimulator | Measure-Object -Property Writes -Sum).Sum
            $stamp = (Get-Item -Path "$TestDrive/harbour.rmfstate.json").LastWriteTimeUtc
            & $_ -InformationVariable told 6> $null | Should -BeNullOrEmpty
            "$told" | Should -Match 'No changes'
            (Get-RmfSimulator | Measure-Object -Property Writes -Sum).Sum | Should -Be $writes
            (Get-Item -Path "$TestDrive/harbour.rmfstate.json").LastWriteTimeUtc | Should -Be $stamp
        }

        It 'say with -WhatIf that there is nothing to do' {
            Sync-RmfSite -WhatIf -InformationVariable told 6> $null
            "$told" | Should -Match 'nothing to write'
        }
    }
}
