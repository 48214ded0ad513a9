Describe 'Finding and repairing what is out of step' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $policy = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
    }

    AfterAll { Stop-Lab }

    It 'finds nothing when both sides are equal' {
        Test-RmfInconsistency | Should -BeNullOrEmpty
        Test-RmfInconsistency -Quiet | Should -BeFalse
        $null | Repair-RmfInconsistency 6> $null | Should -BeNullOrEmpty
    }

    It 'finds drift of several kinds, repairs it through the pipeline, and finds nothing any more' {
        Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $false
        Set-RmfSimulator inland -Camera 'Gate 2' -Property name -Value 'Gate X'
        Set-RmfSimulator inland -Item 'Gate 3' -Resource settings -Property 'stream[0].FPS' -Value 5
        Set-RmfSimulator inland -Item 'Fence north 1' -Resource motionDetections -Property threshold -Value 4000
        Set-RmfSimulator inland -Hardware 'Pilot station' -Resource hardware -Property enabled -Value $false
        Set-RmfSimulator inland -Hardware 'Ferry ramp' -Resource hardware -Remove

        $found = Test-RmfInconsistency
        $found.Count | Should -Be 6
        Test-RmfInconsistency -Quiet | Should -BeTrue
        $found.Kind | Sort-Object -Unique | Should -Be 'Camera', 'Hardware', 'MotionDetection', 'Settings'
        $name = $found | Where-Object Path -EQ name
        $name.Pair, $name.Primary, $name.Secondary, $name.Severity, $name.Reason, $name.Fixable | Should -Be 'Gate 2', 'Gate 2', 'Gate X', 'Warning', 'TargetDrifted', $true
        $gone = $found | Where-Object Severity -EQ Error
        $gone.Pair, $gone.Kind, $gone.Path, $gone.Secondary | Should -Be 'Ferry ramp', 'Hardware', '', $null

        $results = $found | Repair-RmfInconsistency -Direction Backup 6> $null
        $results.Status | Sort-Object -Unique | Should -Be 'Verified'
        $results.Site | Sort-Object -Unique | Should -Be 'inland'
        Test-RmfInconsistency | Should -BeNullOrEmpty
        (New-RmfPlan).IsEmpty | Should -BeTrue
    }

    It 'cuts a long value in a table and shows it whole in a list' {
        $long = 'It looks at the gate. ' * 20 + 'End.'
        Set-RmfSimulator inland -Camera 'Gate 1' -Property description -Value $long
        $found = Test-RmfInconsistency
        $changes = (New-RmfPlan).Changes.Properties
        $null = $found | Repair-RmfInconsistency 6> $null

        # Without blanks and line ends: where a column breaks a line depends on the language of the machine.
        $table = ($found | Format-Table | Out-String -Width 200) -replace '\s'
        $table | Should -Match 'looksat\.\.\.'
        $table | Should -Not -Match 'End\.'
        ($found | Format-List | Out-String -Width 1000) | Should -Match 'End\.'
        ($changes | Format-Table | Out-String -Width 200) -replace '\s' | Should -Not -Match 'End\.'
    }

    It 'chooses a default preset that the target lost again, and takes none away' {
        $default = Get-RmfPtzPreset 'Dome north' | Where-Object { $_.Side -eq 'Secondary' -and $_.Default }
        Set-RmfSimulator inland -Resource ptzPresets -Item $default.PresetId -Property defaultPreset -Value $false
        $lost = Test-RmfInconsistency
        $lost.Kind, $lost.Path, $lost.Secondary, $lost.Reason | Should -Be 'PtzPresets', "ptzPresets[$($default.Name)].defaultPreset", $null, 'TargetDrifted'
        ($lost | Repair-RmfInconsistency 6> $null).Status | Should -Be 'Verified'
        (Get-RmfPtzPreset 'Dome north' | Where-Object Default).Side | Sort-Object | Should -Be 'Primary', 'Secondary'

        $ours = Get-RmfPtzPreset 'Dome north' | Where-Object { $_.Side -eq 'Primary' -and $_.Default }
        Set-RmfSimulator harbour -Resource ptzPresets -Item $ours.PresetId -Property defaultPreset -Value $false
        $taken = Test-RmfInconsistency
        $taken.Reason, $taken.Fixable | Should -Be 'NotSupportedByTarget', $false
        (New-RmfPlan).IsEmpty | Should -BeTrue
        Set-RmfSimulator harbour -Resource ptzPresets -Item $ours.PresetId -Property defaultPreset -Value $true
        Test-RmfInconsistency -Quiet | Should -BeFalse
    }

    It 'looks at, and repairs, no more than it was asked to' {
        'Gate 1', 'Gate 2' | ForEach-Object { Set-RmfSimulator inland -Camera $_ -Property enabled -Value $false }
        (Test-RmfInconsistency 'Gate 2').Pair | Should -Be 'Gate 2'
        (Get-RmfCamera 'Gate 1' | Test-RmfInconsistency).Pair | Should -Be 'Gate 1'
        Test-RmfInconsistency 'Quay*' -Quiet | Should -BeFalse
        Get-RmfCamera 'None*' | Test-RmfInconsistency | Should -BeNullOrEmpty
        (Test-RmfInconsistency | Where-Object Pair -EQ 'Gate 1' | Repair-RmfInconsistency 6> $null).Name | Should -Be 'Gate 1'
        (Test-RmfInconsistency).Pair | Should -Be 'Gate 2'
    }

    It 'takes an empty answer for nothing, and no answer for everything' {
        $writes = Get-WriteCount
        $none = Test-RmfInconsistency 'Quay*'
        Repair-RmfInconsistency $none -InformationVariable told 6> $null
        Repair-RmfInconsistency -InputObject @() 6> $null
        $none | Repair-RmfInconsistency 6> $null
        "$told" | Should -Match 'Nothing to repair'
        Get-WriteCount | Should -Be $writes
        (Repair-RmfInconsistency 6> $null).Name | Should -Be 'Gate 2'
        Test-RmfInconsistency -Quiet | Should -BeFalse
    }

    It 'refuses a direction that is not the policy''s' {
        Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $false
        $writes = (Get-RmfSimulator).Writes
        $thrown = { Test-RmfInconsistency | Repair-RmfInconsistency -Direction Restore } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeLike 'RMF2306,*'
        $thrown.ErrorDetails.RecommendedAction | Should -Match 'Set-RmfDirection Restore'
        (Get-RmfSimulator).Writes | Should -Be $writes
    }

    It 'writes nothing with -WhatIf' {
        $writes = Get-WriteCount
        Test-RmfInconsistency | Repair-RmfInconsistency -WhatIf 6> $null | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be $writes
        $null = Repair-RmfInconsistency 6> $null
    }

    It 'repairs what still differs, and not what somebody has repaired meanwhile' {
        'Gate 1', 'Gate 2' | ForEach-Object { Set-RmfSimulator inland -Camera $_ -Property enabled -Value $false }
        $found = Test-RmfInconsistency
        Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $true
        ($found | Repair-RmfInconsistency 6> $null).Name | Should -Be 'Gate 2'
    }

    It 'tells a conflict from drift, and leaves it to a person' {
        Set-RmfSimulator harbour -Camera 'Gate 1' -Property description -Value 'north'
        Set-RmfSimulator inland -Camera 'Gate 1' -Property description -Value 'south'
        $found = Test-RmfInconsistency
        $found.Primary, $found.Secondary, $found.Severity, $found.Reason, $found.Fixable | Should -Be 'north', 'south', 'Error', 'ConflictRefused', $false
        $writes = Get-WriteCount
        $found | Repair-RmfInconsistency -WarningVariable warnings -WarningAction SilentlyContinue 6> $null | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'Gate 1 description'
        Sync-RmfSite -WarningVariable warnings -WarningAction SilentlyContinue 6> $null | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'changed on both sides'
        Get-WriteCount | Should -Be $writes
        Set-RmfSimulator harbour -Camera 'Gate 1' -Property description -Value 'south'
        Test-RmfInconsistency | Should -BeNullOrEmpty
    }

    It 'knows a device that the target alone has, and leaves it alone' {
        Set-RmfSimulator harbour -Hardware 'Ferry hall' -Resource hardware -Remove
        $found = Test-RmfInconsistency | Where-Object Kind -EQ Hardware
        $found.Pair, $found.Primary, $found.Secondary, $found.Severity, $found.Fixable | Should -Be 'Ferry hall', $null, 'Ferry hall', 'Information', $false
        Test-RmfInconsistency -Quiet | Should -BeFalse
        Sync-RmfSite -WarningAction Ignore 6> $null | Should -BeNullOrEmpty
        (Sync-RmfCamera 'Ferry hall' 6> $null).Reason | Should -Match 'left alone'
    }
}
