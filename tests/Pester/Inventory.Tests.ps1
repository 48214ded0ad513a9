Describe 'The cmdlets that show both sides' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $policy = Start-Lab $TestDrive
    }

    AfterAll { Stop-Lab }

    It 'write nothing to any site' {
        $null = Get-RmfInventory; $null = Get-RmfRecorder; $null = Get-RmfHardware; $null = Get-RmfCamera; $null = Get-RmfPair; $null = Compare-RmfSite; $null = New-RmfPlan; $null = Test-RmfInconsistency
        (Get-RmfSimulator).Writes | Should -Be 0, 0
        Join-Path -Path $TestDrive -ChildPath 'harbour.rmfstate.json' | Should -Not -Exist
    }

    Context 'Get-RmfInventory' {
        It 'counts what each site holds in the policy''s scope' {
            $parts = Get-RmfInventory
            ($parts | Where-Object { $_.Site -eq 'harbour' -and $_.Kind -eq 'Camera' }).Count | Should -Be 40
            ($parts | Where-Object { $_.Site -eq 'inland' -and $_.Kind -eq 'Hardware' }).Count | Should -Be 28
            $parts.State | Sort-Object -Unique | Should -Be 'Whole'
        }

        It 'shows the sites that are named, also from the pipeline' {
            (Get-RmfInventory in*).Site | Sort-Object -Unique | Should -Be 'inland'
            $null = Connect-RmfSite
            (Get-RmfSite harbour | Get-RmfInventory).Site | Sort-Object -Unique | Should -Be 'harbour'
            Get-RmfInventory nowhere -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'SiteUnknown,*'
        }

        It 'says what was not read, and takes it for unknown' {
            Set-RmfSimulator inland -Fault ErrorStatus -Status 500 -RequestPath '/settings/*'
            try {
                $parts = Get-RmfInventory inland -WarningVariable warnings -WarningAction SilentlyContinue
                ($parts | Where-Object Kind -EQ Settings).Unread | Should -BeGreaterThan 0
                "$warnings" | Should -Match 'unknown'
                (Compare-RmfSite -WarningAction Ignore | Where-Object Kind -EQ Settings).Unknown | Should -BeGreaterThan 0
                Test-RmfInconsistency -WarningAction Ignore | Where-Object Kind -EQ Settings | Should -BeNullOrEmpty
            }
            finally { Set-RmfSimulator -ClearFault }
        }
    }

    Context 'Get-RmfRecorder' {
        It 'shows links, storages and what hangs on it' {
            $recorder = Get-RmfRecorder REC-A2
            $recorder.LinkedWith | Should -Be 'REC-B1'
            $recorder.Storages | Should -Contain '30 days local -> 90 days DR'
            $recorder.HardwareCount | Should -Be 19
            $recorder.CameraCount | Should -Be 22
            (Get-RmfRecorder -Side Secondary).LinkedWith | Should -Be 'REC-A1', 'REC-A2'
        }

        It 'says which name was meant' {
            Get-RmfRecorder REC-A3 -ErrorVariable problems -ErrorAction SilentlyContinue
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'RecorderNotFound,*'
            $problems[0].ErrorDetails.RecommendedAction | Should -Match 'REC-A'
        }
    }

    Context 'Get-RmfHardware' {
        It 'shows each device with its counterpart' {
            $device = Get-RmfHardware 'Gate 1' -Side Primary
            $device.State | Should -Be 'Paired'
            $device.PairedWith | Should -Be 'REC-B1/Gate 1'
            $device.PairedBy | Should -Be 'MAC'
            (Get-RmfHardware $device.PairedId).Side | Should -Be 'Secondary'
            (Get-RmfHardware 'Gate 4').State | Should -Be 'MissingOnTarget'
        }

        It 'takes recording servers from the pipeline' {
            @(Get-RmfRecorder REC-A1 | Get-RmfHardware).Count | Should -Be 18
            @(Get-RmfHardware -Recorder REC-A*).Count | Should -Be 37
        }
    }

    Context 'Get-RmfCamera' {
        It 'shows both recordings in one object' {
            $camera = Get-RmfCamera 'Gate 2'
            $camera.PrimaryRecorder | Should -Be 'REC-A1'
            $camera.SecondaryRecorder | Should -Be 'REC-B1'
            $camera.SecondaryName | Should -Be 'Gate 02'
            $camera.Hardware | Should -Be 'Gate 2'
            $camera.Protected | Should -BeTrue
            $camera.Groups | Should -Contain '/Gates'
            @(Get-RmfCamera).Count | Should -Be 40
        }

        It 'finds by wildcard, id, object, name on the secondary, group, device and recording server' {
            (Get-RmfCamera 'Gate ?', 'Dome*').Camera | Should -Be 'Gate 1', 'Gate 2', 'Gate 3', 'Gate 4', 'Dome north', 'Dome east'
            $camera = Get-RmfCamera 'Gate 1'
            (Get-RmfCamera $camera.Id).Camera | Should -Be 'Gate 1'
            ($camera | Get-RmfCamera).Id | Should -Be $camera.Id
            (Get-RmfCamera 'gate 02').Camera | Should -Be 'Gate 2'
            @(Get-RmfCamera -Group /Gates).Count | Should -Be 6
            @(Get-RmfCamera -Group Harbour).Count | Should -BeGreaterThan @(Get-RmfCamera -Group '/Harbour/Quay 1').Count
            @(Get-RmfHardware 'Warehouse encoder' | Get-RmfCamera).Count | Should -Be 4
            @(Get-RmfRecorder REC-A2 | Get-RmfCamera).Count | Should -Be 22
            (Import-Csv -Path (New-Item -Path "$TestDrive/list.csv" -Value "Camera`nGate 3" -Force) | Get-RmfCamera).Camera | Should -Be 'Gate 3'
        }

        It 'lists those that are not recorded twice, and why' {
            $open = Get-RmfCamera -Unprotected
            $open.Count | Should -Be 12
            $open.Reason | Sort-Object -Unique | Should -Be 'not on the secondary side yet'
            $narrow = Join-Path -Path $TestDrive -ChildPath 'narrow.yaml'
            (Get-Content -Path $policy -Raw) + "`nmanage: { exclude: [ { name: 'Quay*' } ] }" | Set-Content -Path $narrow
            (Get-RmfCamera 'Quay 1 berth 1' -Unprotected -Policy $narrow).Reason | Should -Match 'manage'
        }

        It 'reports a camera that nobody has, and goes on with the others' {
            (Get-RmfCamera 'Gate 1', 'Gate 11', 'Nothing*' -ErrorVariable problems -ErrorAction SilentlyContinue).Camera | Should -Be 'Gate 1'
            $problems.Count | Should -Be 1
            $problems[0].FullyQualifiedErrorId | Should -Be 'CameraNotFound,RMF.PowerShell.Cmdlets.Inventory.GetRmfCamera'
            $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $problems[0].ErrorDetails.RecommendedAction | Should -Match "Did you mean 'Gate 1'"
        }

        It 'gives nothing for nothing' {
            Get-RmfRecorder -Side Primary | Where-Object Recorder -EQ none | Get-RmfCamera | Should -BeNullOrEmpty
        }

        It 'shows no more when it reads no more: -Depth Fast' {
            $null = Get-RmfCamera
            $before = (Get-RmfSimulator inland).Requests
            @(Get-RmfCamera -Depth Fast -WarningAction Ignore).Count | Should -Be 40
            (Get-RmfSimulator inland).Requests | Should -BeGreaterThan $before
        }
    }

    Context 'Get-RmfPair and Compare-RmfSite' {
        It 'shows pairs, by what they were paired, and what has none' {
            (Get-RmfPair 'Gate 02').Primary | Should -Be 'Gate 2'
            @(Get-RmfPair -Kind Hardware -State Paired).Count | Should -Be 28
            @(Get-RmfPair -State MissingOnTarget).Count | Should -Be 9
            (Get-RmfPair 'Gate 1' -Kind Hardware).By | Should -Be 'MAC'
        }

        It 'compares in numbers' {
            $cameras = Compare-RmfSite | Where-Object Kind -EQ Camera
            $cameras.Primary, $cameras.Secondary, $cameras.Paired | Should -Be 40, 28, 28
            $cameras.Different | Should -BeGreaterThan 0
        }
    }

    Context 'Tables' {
        It 'fit into 120 columns and cut nothing off: <_>' -ForEach 'Get-RmfInventory', 'Get-RmfRecorder', 'Get-RmfHardware', 'Get-RmfCamera', 'Get-RmfPair', 'Compare-RmfSite', 'Test-RmfSite', 'New-RmfPlan', 'Test-RmfInconsistency' {
            $lines = (& $_ | Out-String -Width 120) -split "`r?`n"
            $lines.Where({ $_.Length -gt 120 }) | Should -BeNullOrEmpty
            $lines.Where({ $_.Contains([char]0x2026) }) | Should -BeNullOrEmpty
            $lines.Where({ $_ -match '\{|RMF\.PowerShell' }) | Should -BeNullOrEmpty
        }
    }

    Context 'Completion' {
        It 'offers cameras, devices, groups and recording servers of the last reading, without a request' {
            $null = Get-RmfInventory
            $before = (Get-RmfSimulator | Measure-Object -Property Requests -Sum).Sum
            Get-Completion 'Sync-RmfCamera Fence' | Should -Contain "'Fence north 1'"
            Get-Completion 'Get-RmfHardware Ferry' | Should -Be "'Ferry ramp'", "'Ferry hall'"
            Get-Completion 'Get-RmfCamera -Group /Ha' | Should -Contain '/Harbour'
            Get-Completion 'Get-RmfCamera -Recorder REC-B' | Should -Be 'REC-B1'
            Get-Completion 'Invoke-RmfPlan -AllowGuard Up' | Should -Be 'UpdatePercent'
            (Get-RmfSimulator | Measure-Object -Property Requests -Sum).Sum | Should -Be $before
        }
    }
}
