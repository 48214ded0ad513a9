Describe 'The stream cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
    }

    AfterAll { Stop-Lab }

    It 'list what the device offers and what each side uses' {
        $streams = Get-RmfStream 'Gate 1'
        ($streams | Where-Object Side -EQ Primary).Stream | Should -Be ($streams | Where-Object Side -EQ Secondary).Stream -Because 'the names are the driver''s'
        $recorded = $streams | Where-Object { $_.Record -eq 'Primary' -and $_.Side -eq 'Primary' }
        $recorded.Stream | Should -Be 'Video stream 1'
        $recorded.Name | Should -Be 'Recording'
        $recorded.Format | Should -Match 'fps'
        @($streams | Where-Object { -not $_.InUse }).Count | Should -BeGreaterThan 0 -Because 'the model has three streams'
        Get-RmfStream 'Gate 1' -Side Secondary | ForEach-Object Side | Sort-Object -Unique | Should -Be 'Secondary'
        Get-RmfStream 'None' -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'CameraNotFound,*'
    }

    It 'let the secondary record another stream, once, and leave the primary alone' {
        $before = (Get-RmfSimulator harbour).Writes
        $result = Set-RmfStreamSelection 'Gate 1' -Side Secondary -Record 'Video stream 2' -Playback 'Video stream 2' 6> $null
        $result.Status | Should -Be 'Verified'
        $result.Site | Should -Be 'inland'
        $streams = Get-RmfStream 'Gate 1' -Side Secondary
        ($streams | Where-Object Record -EQ Primary).Stream | Should -Be 'Video stream 2'
        ($streams | Where-Object PlaybackDefault).Stream | Should -Be 'Video stream 2'
        (Get-RmfStream 'Gate 1' -Side Primary | Where-Object Record -EQ Primary).Stream | Should -Be 'Video stream 1'

        $writes = Get-WriteCount
        Set-RmfStreamSelection 'Gate 1' -Side Secondary -Record 'Video stream 2' -Playback 'Video stream 2' -InformationVariable told 6> $null | Should -BeNullOrEmpty
        "$told" | Should -Match 'No changes'
        Get-WriteCount | Should -Be $writes
        (Get-RmfSimulator harbour).Writes | Should -Be $before
        (New-RmfPlan).IsEmpty | Should -BeTrue -Because 'the choice may differ'
    }

    It 'take a stream into use that the side did not use' {
        Set-RmfStreamSelection 'Gate 2' -Side Both -RecordSecondary 'Video stream 3' 6> $null | ForEach-Object Status | Should -Be 'Verified', 'Verified'
        Get-RmfStream 'Gate 2' | Where-Object Record -EQ Secondary | ForEach-Object Stream | Should -Be 'Video stream 3', 'Video stream 3'
        Set-RmfStreamSelection 'Gate 2' -Side Both -RecordSecondary '' 6> $null | ForEach-Object Status | Should -Be 'Verified', 'Verified'
        Get-RmfStream 'Gate 2' | Where-Object Record -EQ Secondary | Should -BeNullOrEmpty
    }

    It 'take cameras from the pipeline, and know a stream by the name that people gave it' {
        $given = Get-RmfCamera 'Gate 1', 'Gate 2' | Set-RmfStreamSelection -Side Secondary -Live 'Recording' -PassThru 6> $null
        ($given | Where-Object LiveDefault).Stream | Should -Be 'Video stream 1', 'Video stream 1'
        $given | Should -BeOfType 'RMF.PowerShell.RmfStream'
        (Get-RmfStream 'Gate 1' -Side Secondary | Set-RmfStreamSelection -Side Secondary -Live 'Live' 6> $null).Name | Should -Be 'Gate 1'
    }

    It 'write nothing with -WhatIf, and nothing for a stream that is not there' {
        $writes = Get-WriteCount
        Set-RmfStreamSelection 'Gate*' -Side Secondary -Record 'Video stream 1' -WhatIf -ErrorAction SilentlyContinue 6> $null | Should -BeNullOrEmpty
        Set-RmfStreamSelection 'Gate 1' -Side Secondary -Record 'Video stream 9' -ErrorVariable problems -ErrorAction SilentlyContinue 6> $null | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'StreamNotFound,*'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'Video stream 1 \(Recording\)'
        { Set-RmfStreamSelection 'Gate 1' -Side Secondary } | Should -Throw -ErrorId 'NoStreamChosen,*'
        { Set-RmfStreamSelection 'Gate 1' -Side Secondary -Record a -RecordSecondary A } | Should -Throw -ErrorId 'NoStreamChosen,*'
        Get-WriteCount | Should -Be $writes
    }

    It 'report a camera that the server refuses and go on, and finish <_> with the next call' -ForEach 'Gate 1', 'Gate 2' {
        Set-RmfStreamSelection 'Gate 1', 'Gate 2' -Side Secondary -Live 'Video stream 1' 6> $null | Should -Not -BeNullOrEmpty
        Set-RmfSimulator inland -Fault ErrorStatus -Status 500 -Method PATCH -RequestPath "/streams/$((Get-RmfCamera $_).SecondaryId)" -Count 1
        $results = Get-RmfCamera 'Gate 1', 'Gate 2' | Set-RmfStreamSelection -Side Secondary -Live 'Video stream 3' -ErrorVariable problems -ErrorAction SilentlyContinue 6> $null
        Set-RmfSimulator inland -ClearFault
        ($results | Where-Object Status -EQ Failed).Name | Should -Be $_
        ($results | Where-Object Status -EQ Verified).Name | Should -Not -Be $_
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ChangeFailed,*'

        # The stream was taken into use before the refusal.
        $again = Get-RmfCamera 'Gate 1', 'Gate 2' | Set-RmfStreamSelection -Side Secondary -Live 'Video stream 3' 6> $null
        $again.Name | Should -Be $_
        $again.Status | Should -Be 'Verified'
    }
}
