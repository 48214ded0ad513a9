Describe 'The cmdlets for plans' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
    }

    Context 'A plan in a file' {
        BeforeAll {
            $policy = Start-Lab $TestDrive
            $file = Join-Path -Path $TestDrive -ChildPath 'plan.json'
            $made = New-RmfPlan -OutFile $file
        }

        AfterAll { Stop-Lab }

        It 'is not overwritten without -Force' {
            { New-RmfPlan -OutFile $file } | Should -Throw -ErrorId 'FileExists,*'
            (Get-RmfPlan $file).Checksum | Should -Be $made.Checksum
        }

        It 'is written complete, and read back as it is' {
            $made.Path | Should -Be $file
            $read = Get-RmfPlan $file
            $read.Checksum | Should -Be $made.Checksum
            $read.Changes.Count | Should -Be $made.Changes.Count
            $read.Create, $read.Update | Should -Be $made.Create, $made.Update
            (Get-Item -Path $file | Get-RmfPlan).Id | Should -Be $made.Id
            (Get-RmfPlan).Id | Should -Be $made.Id
            "$made" | Should -Match '^Plan: 9 to add, \d+ to change, 0 to delete\.$'
        }

        It 'holds each value, before and after, and why' {
            $change = $made.Changes | Where-Object { $_.Kind -eq 'Camera' -and $_.Name -eq 'Gate 2' -and $_.Action -eq 'Update' }
            $value = $change.Properties | Where-Object Path -EQ name
            $value.Before, $value.After, $value.Reason | Should -Be 'Gate 02', 'Gate 2', 'FirstSight'
            $change.Site | Should -Be 'inland'
        }

        It 'fails before it reads anything when its folder is not there' {
            $before = (Get-RmfSimulator inland).Requests
            { New-RmfPlan -OutFile "$TestDrive/no/such/plan.json" } | Should -Throw -ErrorId 'FileNotFound,*'
            (Get-RmfSimulator inland).Requests | Should -Be $before
        }

        It 'is refused when somebody changed it' {
            $forged = Join-Path -Path $TestDrive -ChildPath 'forged.json'
            (Get-Content -Path $file -Raw).Replace('Gate 2', 'Gate X') | Set-Content -Path $forged -NoNewline
            $writes = Get-WriteCount
            foreach ($attempt in { Invoke-RmfPlan $forged }, { Test-RmfPlan $forged }, { Get-RmfPlan $forged -ErrorAction Stop }) {
                $thrown = $attempt | Should -Throw -PassThru
                $thrown.FullyQualifiedErrorId | Should -BeLike 'RMF2102,*'
                $thrown.ErrorDetails.RecommendedAction | Should -Match 'New-RmfPlan'
            }
            Get-WriteCount | Should -Be $writes
        }

        It 'is refused when it is no plan, or not there, one by one' {
            $other = Join-Path -Path $TestDrive -ChildPath 'other.json'
            Set-Content -Path $other -Value '{ "formatVersion": 1 }'
            $plans = $other, "$TestDrive/none.json", $file | Get-RmfPlan -ErrorVariable problems -ErrorAction SilentlyContinue
            $plans.Id | Should -Be $made.Id
            $problems.FullyQualifiedErrorId | Should -Be 'RMF2103,RMF.PowerShell.Cmdlets.Plans.GetRmfPlan', 'RMF2104,RMF.PowerShell.Cmdlets.Plans.GetRmfPlan'
            $problems.ForEach({ $_.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty })
        }

        It 'passes no other gate than its own checksum' {
            $writes = Get-WriteCount
            $thrown = { Invoke-RmfPlan $file -Checksum ('0' * 64) } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike 'RMF2305,*'
            $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            Get-WriteCount | Should -Be $writes
        }

        It 'is refused under another policy' {
            $other = Join-Path -Path $TestDrive -ChildPath 'other.yaml'
            (Get-Content -Path $policy -Raw).Replace('conflicts: refuse', 'conflicts: sourceWins') | Set-Content -Path $other
            { Invoke-RmfPlan $file -Policy $other } | Should -Throw -ErrorId 'RMF2302,*'
            Test-RmfPlan $file -Policy $other -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeFalse
            "$warnings" | Should -Match 'policy'
        }

        It 'is refused when what it touches has changed since, and nothing is written' {
            Test-RmfPlan $file | Should -BeTrue
            Set-RmfSimulator inland -Camera 'Gate 02' -Property recordingFramerate -Value 7
            $writes = Get-WriteCount
            Test-RmfPlan $file -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeFalse
            "$warnings" | Should -Match 'stale'
            $thrown = { Invoke-RmfPlan $file } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike 'RMF2301,*'
            $thrown.CategoryInfo.Category | Should -Be 'ResourceBusy'
            $thrown.ErrorDetails.RecommendedAction | Should -Match 'new plan'
            Get-WriteCount | Should -Be $writes
        }

        It 'shows with -WhatIf what it would do, and writes nothing' {
            $fresh = New-RmfPlan -OutFile $file -Force
            $writes = Get-WriteCount
            Invoke-RmfPlan $file -WhatIf 6> $null | Should -BeNullOrEmpty
            Get-WriteCount | Should -Be $writes
            Test-RmfPlan $fresh | Should -BeTrue
        }

        It 'is carried out from its file, behind its gate, and leaves nothing to do' {
            $planned = Get-RmfPlan $file
            $results = Get-Item -Path $file | Invoke-RmfPlan -Checksum $planned.Checksum 6> $null
            $planned.Create | Should -Be 9
            $results.Count | Should -Be ($planned.Create + $planned.Update)
            $results.Status | Sort-Object -Unique | Should -Be 'Verified'
            $second = New-RmfPlan
            $second.IsEmpty | Should -BeTrue
            $second.Compared | Should -Be 40
            "$second" | Should -Be 'No changes.'
            Test-RmfPlan $file -WarningAction Ignore | Should -BeFalse
        }
    }

    Context 'Guards' {
        BeforeAll {
            $policy = Start-Lab $TestDrive
            $null = Sync-RmfSite 6> $null
            Get-RmfCamera -Recorder REC-A2 | ForEach-Object { Set-RmfSimulator harbour -Item $_.Id -Property recordingFramerate -Value 3 }
            $plan = New-RmfPlan -WarningVariable warnings -WarningAction SilentlyContinue
        }

        AfterAll { Stop-Lab }

        It 'tell in the plan what they refuse, with the numbers' {
            $plan.IsApplicable | Should -BeFalse
            $plan.Guards.Guard | Should -Be 'UpdatePercent'
            $plan.Guards[0].Message | Should -Match '22 of 40'
            "$warnings" | Should -Match 'UpdatePercent'
            Test-RmfPlan $plan -WarningAction Ignore | Should -BeFalse
            Test-RmfPlan $plan -AllowGuard UpdatePercent | Should -BeTrue
        }

        It 'refuse the plan before the first write, and a wrong name or -Force does not help' {
            $writes = Get-WriteCount
            foreach ($attempt in { Invoke-RmfPlan $plan }, { Invoke-RmfPlan $plan -Force }, { Invoke-RmfPlan $plan -AllowGuard DeletePercent }, { Sync-RmfSite }, { Sync-RmfCamera }, { Repair-RmfInconsistency }) {
                $thrown = $attempt | Should -Throw -PassThru
                $thrown.FullyQualifiedErrorId | Should -BeLike 'RMF2304,*'
                $thrown.CategoryInfo.Category | Should -Be 'LimitsExceeded'
                "$thrown" | Should -Match 'UpdatePercent'
                $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            }
            Get-WriteCount | Should -Be $writes
        }

        It 'have names: a mistyped one is an error, not an override' {
            $thrown = { Invoke-RmfPlan $plan -AllowGuard UpdatePercnt } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike 'GuardUnknown,*'
            $thrown.ErrorDetails.RecommendedAction | Should -Match 'UpdatePercent'
        }

        It 'say with -WhatIf that they would refuse' {
            Sync-RmfSite -WhatIf -WarningVariable warnings -WarningAction SilentlyContinue 6> $null
            "$warnings" | Should -Match 'refused by UpdatePercent'
        }

        It 'are overridden by their own name, which is said aloud' {
            $results = Invoke-RmfPlan $plan -AllowGuard updatepercent -WarningVariable warnings -WarningAction SilentlyContinue 6> $null
            $results.Count | Should -Be 22
            $results.Status | Sort-Object -Unique | Should -Be 'Verified'
            "$warnings" | Should -Match 'overridden'
            (New-RmfPlan).IsEmpty | Should -BeTrue
        }

        It 'refuse the first writes in a direction that was turned' {
            Set-RmfSimulator inland -Camera 'Gate 1' -Property recordingFramerate -Value 1
            Set-RmfDirection Restore
            try {
                { Sync-RmfSite } | Should -Throw -ErrorId 'RMF2304,*'
                $results = Sync-RmfSite -AllowGuard DirectionChanged -WarningAction Ignore 6> $null
                $results.Site | Sort-Object -Unique | Should -Be 'harbour'
                Set-RmfSimulator inland -Camera 'Gate 2' -Property recordingFramerate -Value 1
                $results = Get-RmfCamera 'Gate 2' | Sync-RmfCamera 6> $null
                $results.Site, $results.Name, $results.Status | Should -Be 'harbour', 'Gate 2', 'Verified'
            }
            finally { Set-RmfDirection Backup }
        }
    }
}
