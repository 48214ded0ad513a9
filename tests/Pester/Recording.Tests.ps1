Describe 'The recording cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
    }

    AfterAll { Stop-Lab }

    It 'start and stop cameras on both sides' {
        $results = Start-RmfRecording 'Gate 1', 'Gate 2'
        $results.Count | Should -Be 4
        $results.Status | Sort-Object -Unique | Should -Be 'Done'
        ($results | Where-Object Camera -EQ 'Gate 1').Side | Should -Be 'Primary', 'Secondary'
        (Stop-RmfRecording 'Gate 1', 'Gate 2').Status | Sort-Object -Unique | Should -Be 'Done'
        (Start-RmfRecording 'Gate 1' -Side Secondary).Side | Should -Be 'Secondary'
        $null = Stop-RmfRecording 'Gate 1' -Side Secondary
    }

    It 'resume at a side that was away, while the other side records' {
        $null = Start-RmfRecording 'Gate 1'
        $recorder = (Get-RmfCamera 'Gate 1').PrimaryRecorder
        Set-RmfSimulator harbour -RecorderOffline $recorder
        Set-RmfSimulator harbour -ClearFault
        $lacking = Test-RmfInconsistency | Where-Object Reason -EQ SideMissed
        $lacking.Kind | Should -Be 'Recording'
        $lacking.Primary | Should -BeNullOrEmpty
        ($lacking | Repair-RmfInconsistency 6> $null).Status | Should -Be 'Verified'
        Test-RmfInconsistency | Where-Object Reason -EQ SideMissed | Should -BeNullOrEmpty
        (Stop-RmfRecording 'Gate 1').Status | Should -Be 'Done', 'Done'
        Test-RmfInconsistency | Where-Object Reason -EQ SideMissed | Should -BeNullOrEmpty
    }

    It 'do nothing with -WhatIf' {
        Start-RmfRecording 'Gate 1' -WhatIf | Should -BeNullOrEmpty
    }
}
