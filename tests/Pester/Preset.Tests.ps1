Describe 'The PTZ preset cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $path = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
        $null = Sync-RmfPtzPreset * -Direction Backup 6> $null
        $dome = 'Quay 1 dome'
    }

    AfterAll { Stop-Lab }

    It 'list the presets of both sides, and compare them as equal after a synchronisation' {
        $presets = Get-RmfPtzPreset $dome
        @($presets | Where-Object Side -EQ Primary).Count | Should -BeGreaterThan 0
        ($presets | Where-Object { $_.Side -eq 'Primary' -and -not $_.InDevice }).Name | Should -Be ($presets | Where-Object { $_.Side -eq 'Secondary' -and -not $_.InDevice }).Name
        Compare-RmfPtzPreset * | Where-Object { -not $_.InDevice } | Should -BeNullOrEmpty
        @(Compare-RmfPtzPreset $dome -IncludeEqual).Count | Should -BeGreaterThan 0
        Compare-RmfPtzPreset | Where-Object { -not $_.InDevice } | Should -BeNullOrEmpty
        (Get-RmfPtzPreset).Camera | Should -Contain $dome
        Get-RmfPtzPreset 'No such camera' -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'CameraNotFound,*'
    }

    It 'make, change, rename and remove one on both sides' {
        $results = Add-RmfPtzPreset $dome 'Test' -Pan 0.5 -Tilt -0.25 -Zoom 0.75 -Description 'For a test'
        $results.Side | Should -Be 'Primary', 'Secondary'
        $results.Status | Should -Be 'Done', 'Done'
        (Add-RmfPtzPreset $dome 'Test' -Pan 0.5 -Tilt -0.25 -Zoom 0.75).Status | Should -Be 'Unchanged', 'Unchanged'
        Add-RmfPtzPreset $dome 'Test' -Pan -0.5 -Tilt 0 -Zoom 0 -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'PresetExists,*'

        (Set-RmfPtzPreset $dome 'Test' -Pan -0.5 -NewName 'Tested').Status | Should -Be 'Done', 'Done'
        $changed = Get-RmfPtzPreset $dome 'Test*'
        $changed.Name | Should -Be 'Tested', 'Tested'
        $changed.Pan | Should -Be -0.5, -0.5
        $changed.Tilt | Should -Be -0.25, -0.25
        $changed.Description | Should -Be 'For a test', 'For a test'

        (Invoke-RmfPtzPreset $dome 'Tested').Side | Should -Be 'Primary'
        Remove-RmfPtzPreset $dome 'Tested' -WhatIf
        @(Get-RmfPtzPreset $dome 'Tested').Count | Should -Be 2
        (Remove-RmfPtzPreset $dome 'Tested').Status | Should -Be 'Done', 'Done'
        Get-RmfPtzPreset $dome 'Tested' | Should -BeNullOrEmpty
        Remove-RmfPtzPreset $dome 'Tested' -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'PresetNotFound,*'
    }

    It 'write one side alone where that is asked for, see the difference, and bring it to the other in either direction' {
        $null = Add-RmfPtzPreset $dome 'Left' -Pan 0.9 -Tilt 0 -Zoom 0.2 -Side Primary
        $difference = Compare-RmfPtzPreset $dome | Where-Object Name -EQ 'Left'
        $difference.State | Should -Be 'MissingOnSecondary'
        $difference.Secondary | Should -BeNullOrEmpty
        (Sync-RmfPtzPreset $dome -Direction Backup | Where-Object Action -Match 'Left').Status | Should -Be 'Done'
        Compare-RmfPtzPreset $dome | Where-Object { -not $_.InDevice } | Should -BeNullOrEmpty

        $null = Remove-RmfPtzPreset $dome 'Left' -Side Secondary
        (Sync-RmfPtzPreset $dome -Direction Restore).Status | Should -Contain 'Done'
        Get-RmfPtzPreset $dome 'Left' | Should -BeNullOrEmpty
    }

    It 'ask who wins, and say so where nobody can be asked' {
        $null = Add-RmfPtzPreset $dome 'Asked' -Pan 0.9 -Tilt 0.5 -Zoom 0.2 -Side Primary
        # A runspace without a host: there is nobody to ask.
        $shell = [powershell]::Create()
        $shell.AddScript("Import-Module '$manifest'; Sync-RmfPtzPreset '$dome' -Policy '$path'").Invoke() | Should -BeNullOrEmpty
        $shell.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'DirectionNeeded,*'
        $shell.Streams.Error[0].Exception.Message | Should -Match 'Asked'
        $shell.Dispose()
        $null = Sync-RmfPtzPreset $dome -Direction Restore
    }

    It 'do one side when the other fails, show what it lacks, and mend it' {
        Set-RmfSimulator inland -Fault ErrorStatus -Method POST -RequestPath '/cameras/*/ptzPresets'
        $results = Add-RmfPtzPreset $dome 'Late' -Pan 0.1 -Tilt 0.1 -Zoom 0.1 -ErrorVariable problems -ErrorAction SilentlyContinue
        $results.Status | Should -Be 'Done', 'Failed'
        $results[1].Remembered | Should -BeTrue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SideFailed,*'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'Repair-RmfInconsistency'
        Set-RmfSimulator inland -ClearFault

        $lacking = Test-RmfInconsistency | Where-Object Reason -EQ SideMissed
        $lacking.Pair | Should -Be $dome
        $lacking.Kind | Should -Be 'PtzPreset'
        $lacking.Secondary | Should -BeNullOrEmpty
        ($lacking | Repair-RmfInconsistency 6> $null).Status | Should -Be 'Verified'
        @(Get-RmfPtzPreset $dome 'Late').Count | Should -Be 2
        Test-RmfInconsistency | Where-Object Reason -EQ SideMissed | Should -BeNullOrEmpty
        $null = Remove-RmfPtzPreset $dome 'Late'
        $log = Get-Content (Join-Path (Get-RmfPolicy).OperatorPath 'actions.jsonl') | ConvertFrom-Json
        ($log | Where-Object { $_.action -match 'Late' -and $_.status -eq 'Failed' }).side | Should -Be 'Secondary'
    }
}
