Describe 'The Sync cmdlets of other devices' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
        $kinds = @{ Microphone = 'microphones'; Speaker = 'speakers'; Metadata = 'metadata'; Input = 'inputEvents'; Output = 'outputs' }
        $names = @{ Microphone = 'Gate 1 intercom'; Speaker = 'Gate 1 speaker'; Metadata = 'Gate 1 analytics'; Input = 'Gate 1 barrier open'; Output = 'Gate 1 barrier' }
    }

    AfterAll { Stop-Lab }

    It 'repair what drifted, of their kind alone: Sync-Rmf<_>' -ForEach 'Microphone', 'Speaker', 'Metadata', 'Input', 'Output' {
        foreach ($kind in $kinds.Keys) { Set-RmfSimulator inland -Resource $kinds[$kind] -Item $names[$kind] -Property shortName -Value 'drifted' }
        $cmdlet = "Sync-Rmf$_"
        & $cmdlet -WhatIf 6> $null | Should -BeNullOrEmpty
        $writes = Get-WriteCount
        $results = & $cmdlet $names[$_] 6> $null
        $results.Name | Sort-Object -Unique | Should -Be $names[$_]
        $results.Status | Should -Be 'Verified'
        Get-WriteCount | Should -BeGreaterThan $writes
        (Test-RmfInconsistency).Pair | Sort-Object -Unique | Should -Be ($names.Values | Where-Object { $_ -ne $results[0].Name } | Sort-Object -Unique)
        $writes = Get-WriteCount
        & $cmdlet 6> $null | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be $writes
        & $cmdlet 'None' -ErrorVariable problems -ErrorAction SilentlyContinue 6> $null | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'DeviceNotFound,*'
    }

    It 'report one without a pair as skipped' {
        Set-RmfSimulator inland -Resource hardware -Item 'Gate 1' -Remove
        $skipped = Sync-RmfMicrophone 'Gate 1 intercom' 6> $null
        $skipped.Status | Should -Be 'Skipped'
        $skipped.Reason | Should -Match 'Sync-RmfHardware'
    }
}
