Describe 'The journal' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
    }

    BeforeEach {
        $null = Start-Lab $TestDrive
        $journal = (Get-RmfPolicy).JournalPath
    }

    AfterEach {
        Stop-Lab
        Remove-Item -Path "$TestDrive/*.rmf*" -Recurse -ErrorAction Ignore
    }

    It 'is empty before the first run, and that is no error' {
        Get-RmfRun | Should -BeNullOrEmpty
        Get-RmfJournal | Should -BeNullOrEmpty
        Test-RmfJournal | Should -BeNullOrEmpty
        Test-RmfJournal -Quiet | Should -BeTrue
        Resume-RmfPlan 6>&1 | Out-String | Should -Match 'Nothing to resume: no run stands in the journal\.'
        New-RmfPlan | Out-Null
        $journal | Should -Not -Exist -Because 'planning writes nothing'
    }

    It 'tells each run in one line and by its steps' {
        $results = Sync-RmfSite 6> $null
        Sync-RmfSite 6> $null
        $first, $second = Get-RmfRun
        $first.Result, $second.Result | Should -Be 'InWantedState', 'InWantedState'
        $first.Done | Should -Be @($results | Where-Object Status -EQ Verified).Count
        $second.Planned | Should -Be 0
        ($first.Steps | Where-Object { $_.Kind -eq 'Hardware' -and $_.Action -eq 'Create' }).Done | Should -Be 9
        $first | Format-Table | Out-String -Width 160 | Should -Match "Backup +InWantedState +$($first.Done) +0 +0 "
        $first.Steps | Out-String | Should -Match 'Hardware +Create +9 +9'
        (Get-RmfRun $first.Id.Substring(0, 8)).Id | Should -Be $first.Id
        Get-RmfRun 'none' -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'RunNotFound,*'
        Resume-RmfPlan 6>&1 | Out-String | Should -Match 'Nothing to resume: the last run ended InWantedState\.'
    }

    It 'holds each change before it is sent, and no password' {
        Sync-RmfSite 6> $null | Out-Null
        $records = Get-RmfRun | Get-RmfJournal
        foreach ($change in $records | Where-Object Change | Group-Object -Property Change) {
            ($change.Group.Event)[0..1] | Should -Be 'Intended', 'Sent'
        }
        @(Get-RmfJournal -Event Ended).Count | Should -Be 1
        $text = Get-Content -Path "$journal/*.jsonl" -Raw
        foreach ($secret in Get-ChildItem -Path env:RMF_*_PASSWORD) { $text | Should -Not -Match ([regex]::Escape($secret.Value)) }
    }

    It 'names a record that was changed' {
        Sync-RmfSite 6> $null | Out-Null
        $file = Get-ChildItem -Path "$journal/*.jsonl"
        $lines = Get-Content -Path $file
        $lines[4] = $lines[4].Replace('"Intended"', '"Skipped"')
        Set-Content -Path $file -Value $lines
        $fault = Test-RmfJournal
        $fault.Severity | Should -Be 'Error'
        $fault.Fault | Should -BeLike 'line 5 does not continue from the one before*'
        Test-RmfJournal -Quiet | Should -BeFalse
    }

    It 'lets an interrupted run be resumed' {
        Set-RmfSimulator inland -Latency 30ms
        $policy = (Get-RmfPolicy).Path
        $running = Start-Shell "Import-RmfPolicy '$policy'; Sync-RmfSite"
        Wait-Until { $running.Output.Count -ge 3 } | Should -BeTrue
        $running.Shell.Stop()
        $running.Shell.Dispose()
        Wait-Until { (Get-RmfRun -Last 1).Result -ne 'Interrupted' } | Should -BeTrue
        (Get-RmfRun -Last 1).Result | Should -Be 'Cancelled'
        Resume-RmfPlan 6> $null | Should -Not -BeNullOrEmpty
        (Get-RmfRun -Last 1).Result | Should -Be 'InWantedState'
        (New-RmfPlan).IsEmpty | Should -BeTrue
        Test-RmfJournal -Quiet | Should -BeTrue
    }
}
