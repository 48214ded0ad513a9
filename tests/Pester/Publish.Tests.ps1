Describe 'The cmdlets that set the live part of the policy' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        $path = Join-Path -Path $TestDrive -ChildPath 'harbour.yaml'
        Copy-Item -Path "$root/examples/policies/harbour.yaml" -Destination $path
        $null = Import-RmfPolicy $path
    }

    It 'change their own key, once, and keep the rest of the file' {
        $before = Get-Content -Path $path -Raw
        (Set-RmfPriority Secondary -PassThru).Priority | Should -Be 'Secondary'
        $set = Get-Content -Path $path -Raw
        $set | Should -Not -Be $before
        $time = (Get-Item $path).LastWriteTimeUtc
        Set-RmfPriority Secondary | Should -BeNullOrEmpty
        (Get-Item $path).LastWriteTimeUtc | Should -Be $time
        Set-RmfPriority Primary -WhatIf
        Get-Content -Path $path -Raw | Should -Be $set
        foreach ($line in $before -split "`n" | Where-Object { $_ -match '#' }) { $set | Should -Match ([regex]::Escape($line.Trim())) }
        Set-RmfPriority Primary
        (Get-RmfPriority)[0].Priority | Should -Be 'Primary'
        (Set-RmfReactionTime 500ms -PassThru).ReactionTime | Should -Be ([timespan]'0:0:0.5')
        $failback = Set-RmfFailback Delayed -Delay 1m -ValidateFor 20s -PassThru
        $failback.Failback | Should -Be 'Delayed'
        $failback.Delay | Should -Be ([timespan]'0:1')
        $failback.ValidateFor | Should -Be ([timespan]'0:0:20')
    }

    It 'refuse what would make the policy invalid, with the policy''s own words' {
        $before = Get-Content -Path $path -Raw
        { Set-RmfReactionTime 25s } | Should -Throw -ErrorId 'PolicyWouldBeInvalid,*'
        try { Set-RmfReactionTime 25s -ErrorVariable problems -ErrorAction SilentlyContinue } catch { $null = $_ }
        "$problems" | Should -Match 'validateFor \(20s\) is less than 2 x reactionTime \(25s\)'
        { Set-RmfFailback } | Should -Throw -ErrorId 'NothingToSet,*'
        Get-Content -Path $path -Raw | Should -Be $before
    }

    It 'add an override, and change one that is there' {
        $count = @(Get-RmfPriority).Count
        $added = Set-RmfPriority Secondary -Group /Harbour -Role 'Guards *' -PassThru
        $added.IsOverride | Should -BeTrue
        $added.For | Should -Match 'group: /Harbour'
        $added.Priority | Should -Be 'Secondary'
        (Set-RmfReactionTime 300ms -Group /harbour -Role 'guards *' -PassThru).ReactionTime | Should -Be ([timespan]'0:0:0.3')
        (Set-RmfFailback Never -Group /Harbour -Role 'Guards *' -PassThru).Failback | Should -Be 'Never'
        @(Get-RmfPriority).Count | Should -Be ($count + 1)
        (Get-RmfPriority)[0].Failback | Should -Be 'Delayed' -Because 'the override is for some tiles'
        Test-RmfPolicy -Quiet | Should -BeTrue
    }
}

Describe 'Publishing the policy' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $path = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
    }

    AfterAll { Stop-Lab }

    It 'writes to both sides, once' {
        (Get-RmfPolicy -FromSite | Where-Object Source -NE 'local copy').Status | Should -Be 'Missing', 'Missing'
        Add-Content -Path $path -Value '# a remark of the owner'
        Publish-RmfPolicy -WhatIf
        (Get-RmfPolicy -FromSite | Where-Object Source -NE 'local copy').Status | Should -Be 'Missing', 'Missing'
        $published = Publish-RmfPolicy
        $published.Status | Should -Be 'Written', 'Written'
        $published.Serial | Should -Be 1, 1
        $published[0].Pairs | Should -BeGreaterThan 0
        $writes = Get-WriteCount
        (Publish-RmfPolicy).Status | Should -Be 'Unchanged', 'Unchanged'
        Get-WriteCount | Should -Be $writes
        $read = Get-RmfPolicy -FromSite
        $read.Status | Should -Be 'Current', 'Current', 'Current'
        $read.Drift | Should -Not -Contain $true
        @($read | Where-Object InForce).Count | Should -Be 1
        $read[0].Hash | Should -Be (Get-RmfPolicy).Hash
        $read[0].Age.TotalMinutes | Should -BeLessThan 30
        $read[0].Text | Should -Not -Match 'a remark of the owner'
    }

    It 'tells when the file says something else, and publishes that with the next serial' {
        Set-RmfPriority Secondary
        $read = Get-RmfPolicy -FromSite -WarningVariable told 3> $null
        $read.Drift | Should -Not -Contain $false
        "$told" | Should -Match 'Publish-RmfPolicy'
        (Publish-RmfPolicy).Serial | Should -Be 2, 2
    }

    It 'reports a side that cannot be written, and writes it with the next publishing' {
        Set-RmfPriority Primary
        Set-RmfSimulator inland -Fault ErrorStatus -Status 500 -Method POST -RequestPath '/mipKinds?task=SetMIPOptionProperty' -Count 1000
        $published = Publish-RmfPolicy -ErrorVariable problems -ErrorAction SilentlyContinue
        Set-RmfSimulator inland -ClearFault
        ($published | Where-Object Source -EQ 'harbour').Status | Should -Be 'Written'
        ($published | Where-Object Source -EQ 'inland').Status | Should -Be 'Failed'
        $problems.Count | Should -BeGreaterThan 0
        (Get-RmfPolicy -FromSite | Where-Object Source -EQ 'inland').Status | Should -Be 'Outdated'
        $again = Publish-RmfPolicy
        ($again | Where-Object Source -EQ 'harbour').Status | Should -Be 'Unchanged'
        ($again | Where-Object Source -EQ 'inland').Status | Should -Be 'Written'
        $again.Serial | Should -Be 3, 3
    }

    It 'does not take the place of another policy unawares' {
        $other = Join-Path -Path $TestDrive -ChildPath 'other.yaml'
        (Get-Content -Path $path -Raw) -replace '(?m)^name: .*$', 'name: other' | Set-Content -Path $other
        { Publish-RmfPolicy -Policy $other } | Should -Throw -ErrorId 'OtherPolicyPublished,*'
    }
}

Describe 'Moving tiles' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
    }

    AfterAll { Stop-Lab }

    It 'writes an order to both sides and takes it back' {
        Get-RmfFailover | Should -BeNullOrEmpty
        Invoke-RmfFailover 'Gate 1' -WhatIf
        Get-RmfFailover | Should -BeNullOrEmpty
        $order = Get-RmfCamera 'Gate 1' | Invoke-RmfFailover -Reason 'lens is dirty' -Duration 30m -PassThru
        $order.Scope | Should -Be 'Camera'
        $order.Shows | Should -Be 'Secondary'
        $order.Site | Should -Be 'harbour', 'inland'
        $order.MissingSite | Should -BeNullOrEmpty
        $seen = Get-RmfFailover
        $seen.Name | Should -Be 'Gate 1'
        $seen.Reason | Should -Be 'lens is dirty'
        ($seen.Until - [datetime]::Now).TotalMinutes | Should -BeGreaterThan 5
        (Get-RmfFailover | Invoke-RmfFailback -PassThru).Status | Should -Be 'Lifted'
        Get-RmfFailover -All | Should -BeNullOrEmpty -Because 'all sites know that it was lifted'
        Invoke-RmfFailback 'Gate 1' -InformationVariable told -ErrorAction SilentlyContinue 6> $null
        "$told" | Should -Match 'nothing to take back'
    }

    It 'moves and holds all tiles of a recording server or a side' {
        $recorder = (Get-RmfRecorder | Where-Object Side -EQ Primary)[0].Recorder
        Invoke-RmfFailover -Recorder $recorder -AllowGuard TargetCannotServe -Confirm:$false 3> $null
        (Get-RmfFailover).Shows | Should -Be 'Secondary'
        Invoke-RmfFailback -Recorder $recorder -AllowGuard TargetCannotServe -Confirm:$false 3> $null
        Suspend-RmfFailover -Side Primary
        (Get-RmfFailover).Action | Should -Be 'Suspended'
        Resume-RmfFailover -Side Primary
        Get-RmfFailover | Should -BeNullOrEmpty
    }

    It 'refuses when the other side cannot serve, and names the cameras' {
        Set-RmfSimulator inland -Fault StreamRefuse
        { Invoke-RmfFailover 'Gate 1', 'Gate 2' } | Should -Throw -ErrorId 'TargetCannotServe,*'
        Get-RmfFailover | Should -BeNullOrEmpty
        Invoke-RmfFailover 'Gate 1' -AllowGuard TargetCannotServe -WarningVariable told 3> $null
        Set-RmfSimulator inland -ClearFault
        "$told" | Should -Match 'Gate 1'
        (Get-RmfFailover).Name | Should -Be 'Gate 1'
        Invoke-RmfFailback 'Gate 1'
    }

    It 'goes on when one side is away, and repairs it afterwards' {
        Set-RmfSimulator inland -Fault ErrorStatus -Status 500 -Method POST -RequestPath '/mipKinds?task=SetMIPOptionProperty' -Count 1000
        $order = Suspend-RmfFailover 'Gate 1' -PassThru -ErrorVariable problems -ErrorAction SilentlyContinue
        $order.Site | Should -Be 'harbour'
        $order.MissingSite | Should -Be 'inland'
        $problems.Count | Should -BeGreaterThan 0
        Set-RmfSimulator inland -ClearFault
        Suspend-RmfFailover 'Gate 2'
        (Get-RmfFailover).MissingSite | Should -BeNullOrEmpty
        Get-RmfFailover | Resume-RmfFailover
        Get-RmfFailover -All | Should -BeNullOrEmpty
    }

    It 'refuses a time that is past, and a camera that is not there' {
        { Invoke-RmfFailover 'Gate 1' -Until ([datetime]::Now.AddMinutes(-1)) } | Should -Throw -ErrorId 'UntilInvalid,*'
        { Invoke-RmfFailover 'Gate 1' -Until ([datetime]::Now.AddMinutes(9)) -Duration 5m } | Should -Throw -ErrorId 'UntilInvalid,*'
        Invoke-RmfFailover 'None' -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'CameraNotFound,*'
    }
}
