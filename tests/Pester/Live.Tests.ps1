Describe 'The live cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
    }

    AfterAll { Stop-Lab }

    AfterEach { Get-RmfSimulator | Set-RmfSimulator -ClearFault }

    It 'show which side each camera is shown from' {
        $tiles = Watch-RmfStream 'Gate 1', 'Gate 2' -Once -ReactionTime 20s
        $tiles.Camera | Should -Be 'Gate 1', 'Gate 2'
        $tiles.Shown | Sort-Object -Unique | Should -Be 'Primary'
        $tiles.Phase | Sort-Object -Unique | Should -Be 'Home'
        $tiles[0].Secondary | Should -Be 'Healthy'
        $tiles[0].PrimaryRate | Should -BeGreaterThan 0
        $tiles[0] | Should -BeOfType 'RMF.PowerShell.RmfTile'
    }

    It 'tell why a side has no pictures' {
        Set-RmfSimulator harbour -Fault StreamKill
        $tile = Get-RmfCamera 'Gate 1' | Watch-RmfStream -Once -ReactionTime 20s
        $tile.Shown | Should -Be 'Secondary'
        $tile.Phase | Should -Be 'Away'
        $tile.Primary | Should -Be 'Lost'
        $tile.PrimaryDetail | Should -Not -BeNullOrEmpty -Because 'the stream tells what it met last'
    }

    It 'give each switch as an object and as a line of the log' {
        $running = Start-Shell @"
Import-RmfPolicy '$TestDrive/harbour.yaml' | Out-Null
Watch-RmfStream 'Gate 1' -PassThru -Duration 120s -ReactionTime 20s -LogPath '$TestDrive/switches.jsonl'
"@
        Wait-Until { $running.Output.Count -ge 1 } -Seconds 60 | Should -BeTrue
        Set-RmfSimulator harbour -Fault StreamKill
        Wait-Until { $running.Output.Count -ge 2 } -Seconds 60 | Should -BeTrue
        Measure-Stop $running | Should -BeLessThan 30
        $lines = Get-Content "$TestDrive/switches.jsonl" | ConvertFrom-Json
        $lines[0].cause | Should -Be 'Started'
        $lines[1].cause | Should -Be 'HomeLost'
        $lines[1].from | Should -Be 'Primary'
        $lines[1].to | Should -Be 'Secondary'
        $lines[1].tile | Should -Be 'Gate 1'
    }

    It 'follow an operator''s orders' {
        $running = Start-Shell @"
Import-RmfPolicy '$TestDrive/harbour.yaml' | Out-Null
Watch-RmfStream 'Gate 1' -PassThru -Duration 180s -ReactionTime 20s
"@
        try {
            Wait-Until { $running.Output.Count -ge 1 } -Seconds 60 | Should -BeTrue
            $null = Invoke-RmfFailover 'Gate 1' -Reason drill -Confirm:$false
            Wait-Until { $running.Output.Count -ge 2 } -Seconds 60 | Should -BeTrue
            $null = Invoke-RmfFailback 'Gate 1' -Confirm:$false
            Wait-Until { $running.Output.Count -ge 3 } -Seconds 60 | Should -BeTrue
        }
        finally {
            Measure-Stop $running | Should -BeLessThan 30
        }
        $running.Output.Cause[1] | Should -Be 'Operator'
        $running.Output.To | Should -Be 'Primary', 'Secondary', 'Primary'
    }

    It 'tell switches one line each where the output is no terminal' {
        $told = & ([scriptblock]::Create("Watch-RmfStream 'Gate 1' -Duration 3s")) *>&1
        $told | Should -BeNullOrEmpty -Because 'the table goes to the host, not to the pipeline'
    }

    It 'measure a drill that leaves the servers alone' {
        $writes = Get-WriteCount
        $folder = Join-Path $TestDrive 'drill'
        $drill = Measure-RmfFailover 'Gate 1', 'Gate 2' -ReactionTime 3s -Round 1 -OutFolder $folder
        $drill.Tiles | Should -Be 2
        $drill.Switched | Should -Be 2
        $drill.WentHome | Should -Be 2
        $drill.Method | Should -Be 'Silence'
        $drill.GapMsMax | Should -BeGreaterThan 3000
        Get-WriteCount | Should -Be $writes

        (Import-Csv "$folder/drill.csv").tile | Sort-Object | Should -Be 'Gate 1', 'Gate 2'
        (Get-Content "$folder/drill.json" | ConvertFrom-Json).switched | Should -Be 2
        ([xml](Get-Content "$folder/drill.svg" -Raw)).svg.text[0].'#text' | Should -Match '^2 switches of 2 tiles'
        { Measure-RmfFailover 'Gate 1' -OutFolder $folder } | Should -Throw -ErrorId 'FileExists,*'
    }

    It 'measure a cut connection' {
        $drill = Measure-RmfFailover 'Gate 1' -Round 2 -Method Cut -Side Primary -ReactionTime 3s
        $drill.Switched | Should -Be 2
        $drill.Rounds | Should -Be 2
    }

    It 'name the cameras that cannot take part' {
        Set-RmfSimulator inland -Fault StreamKill
        $drill = Measure-RmfFailover 'Gate 1' -Round 1 -StartTimeout 2s -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'TileNotReady,*'
        "$($problems[0])" | Should -Match 'inland Lost'
        $drill.NotReady | Should -Be 'Gate 1'
        $drill.Switched | Should -Be 0
    }

    It 'refuse what makes no sense' {
        { Watch-RmfStream -ReactionTime 1ms } | Should -Throw -ErrorId 'ReactionTimeInvalid,*'
        Watch-RmfStream 'None' -Once -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'CameraNotFound,*'
        Watch-RmfStream -Once -MaximumTiles 2 -WarningVariable warned 3> $null | Should -HaveCount 2
        "$warned" | Should -Match 'the first 2 are opened'
    }
}
