Describe 'Set-RmfHardwarePassword' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
        $text = 'n3w-pass-47'
        $new = ConvertTo-SecureString $text -AsPlainText -Force
    }

    AfterAll { Stop-Lab }

    It 'changes the device once and both recording servers, and says no password' {
        $writes = (Get-RmfSimulator harbour).Writes, (Get-WriteCount)
        $results = Set-RmfHardwarePassword 'Gate 1' -Password $new -Force -Verbose 4>&1 5>&1 6>&1
        ($results | Where-Object { $_ -is [RMF.PowerShell.RmfChangeResult] }).Status | Should -Be 'Verified', 'Verified'
        ($results | Where-Object { $_ -is [RMF.PowerShell.RmfChangeResult] }).Site | Should -Be 'harbour', 'inland'
        ($results | Out-String -Width 500) | Should -Not -Match $text
        Get-Content -Path "$TestDrive/harbour.rmfstate.json" -Raw | Should -Not -Match $text
        (Get-RmfSimulator harbour).Writes | Should -BeGreaterThan $writes[0]

        $again = Set-RmfHardwarePassword 'Gate 1' -Password $new -Force 6> $null
        $again.Action | Should -Be 'None', 'None'
        $again.Status | Should -Be 'Verified', 'Verified'
        (New-RmfPlan).IsEmpty | Should -BeTrue
    }

    It 'names the side that did not follow, and finishes when it is run again' {
        Set-RmfSimulator inland -Fault ErrorStatus -Status 500 -Method POST -RequestPath '/hardware/*?task=ChangePasswordHardware*' -Count 1
        $results = Set-RmfHardwarePassword 'Gate 2' -Password $new -Force -ErrorVariable problems -ErrorAction SilentlyContinue 6> $null
        $results[0].Status, $results[1].Status | Should -Be 'Verified', 'Failed'
        $results[1].Site | Should -Be 'inland'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'PasswordNotFollowed,*'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'again'
        "$problems" | Should -Not -Match $text

        $second = Set-RmfHardwarePassword 'Gate 2' -Password $new -Force 6> $null
        ($second | Where-Object Site -EQ harbour).Action | Should -Be 'None'
        ($second | Where-Object Site -EQ inland).Status | Should -Be 'Verified'
        ($second | Where-Object Site -EQ inland).Action | Should -Be 'Password'
    }

    It 'changes nothing where the device cannot be reached' {
        Set-RmfSimulator -CameraUnreachable 10.20.11.23
        $results = Set-RmfHardwarePassword 'Gate 3' -Password $new -Force -ErrorVariable problems -ErrorAction SilentlyContinue 6> $null
        Set-RmfSimulator -ClearFault
        $results.Status | Should -Be 'Failed', 'Failed'
        $results.Reason | Should -Match 'nothing was changed'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ChangeFailed,*'
        (Set-RmfHardwarePassword 'Gate 3' -Password $new -Force 6> $null).Status | Should -Be 'Verified', 'Verified'
    }

    It 'checks the user name of a credential, takes the pipeline, and writes nothing with -WhatIf' {
        $stranger = [pscredential]::new('somebody', $new)
        (Set-RmfHardwarePassword 'Gate 4' -Credential $stranger -Force 6> $null).Status | Should -Be 'Skipped', 'Skipped'
        $writes = (Get-RmfSimulator | Measure-Object -Property Writes -Sum).Sum
        Get-RmfHardware 'Fence*' -Side Primary | Set-RmfHardwarePassword -Password $new -WhatIf 6> $null | Should -BeNullOrEmpty
        Get-RmfHardware 'Fence*' -Side Primary | Set-RmfHardwarePassword -Password $new -WhatIf -Force 6> $null | Should -BeNullOrEmpty
        (Get-RmfSimulator | Measure-Object -Property Writes -Sum).Sum | Should -Be $writes
        $known = [pscredential]::new('root', $new)
        (Get-RmfHardware 'Gate 4' -Side Secondary | Set-RmfHardwarePassword -Credential $known -Force 6> $null).Status | Should -Be 'Verified', 'Verified'
        { Set-RmfHardwarePassword 'Gate 4' -Password ([securestring]::new()) -Force } | Should -Throw -ErrorId 'PasswordEmpty,*'
        Set-RmfHardwarePassword 'None' -Password $new -Force -ErrorVariable problems -ErrorAction SilentlyContinue 6> $null
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'HardwareNotFound,*'
    }

    It 'changes what the recording servers hold alone with -RecorderOnly' {
        (Set-RmfHardwarePassword 'Gate 1' -Password (ConvertTo-SecureString 'other' -AsPlainText -Force) -RecorderOnly -Force 6> $null).Action | Should -Be 'Password', 'Password'
        (Set-RmfHardwarePassword 'Gate 1' -Password $new -RecorderOnly -Force 6> $null).Status | Should -Be 'Verified', 'Verified'
    }
}
