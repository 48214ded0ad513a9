Describe 'The bookmark cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
    }

    AfterAll { Stop-Lab }

    It 'set one on both sides, list it once, and remove it' {
        (Add-RmfBookmark 'Gate 1' 'A fall' -Description 'at the barrier' -Before 5s -After 1m).Status | Should -Be 'Done', 'Done'
        $bookmark = Get-RmfBookmark 'Gate 1'
        @($bookmark).Count | Should -Be 1
        $bookmark.Header | Should -Be 'A fall'
        $bookmark.Description | Should -Be 'at the barrier'
        $bookmark.Side | Should -Be 'Primary', 'Secondary'
        $bookmark.MissingSide | Should -BeNullOrEmpty
        ($bookmark.End - $bookmark.Begin).TotalSeconds | Should -Be 65
        Get-RmfBookmark 'Gate 2' | Should -BeNullOrEmpty
        Get-RmfBookmark 'Gate 1' -To (Get-Date).AddHours(-1) | Should -BeNullOrEmpty

        $bookmark | Remove-RmfBookmark -WhatIf
        @(Get-RmfBookmark 'Gate 1').Count | Should -Be 1
        ($bookmark | Remove-RmfBookmark).Status | Should -Be 'Done', 'Done'
        Get-RmfBookmark 'Gate 1' | Should -BeNullOrEmpty
    }

    It 'show one that a side lacks, and mend what a side missed' {
        $null = Add-RmfBookmark 'Gate 2' 'One side' -Side Secondary
        (Get-RmfBookmark 'Gate 2').MissingSide | Should -Be 'Primary'
        $null = Get-RmfBookmark 'Gate 2' | Remove-RmfBookmark

        Set-RmfSimulator inland -Fault ErrorStatus -Method POST -RequestPath '/bookmarks'
        $results = Add-RmfBookmark 'Gate 2' 'Later' -ErrorAction SilentlyContinue
        $results.Status | Should -Be 'Done', 'Failed'
        Set-RmfSimulator inland -ClearFault
        (Test-RmfInconsistency | Where-Object Reason -EQ SideMissed).Kind | Should -Be 'Bookmark'
        $null = Repair-RmfInconsistency 6> $null
        (Get-RmfBookmark 'Gate 2').Side | Should -Be 'Primary', 'Secondary'
    }
}
