Describe 'The walk from a policy to two equal sides' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Start-RmfSimulator harbour -SetPasswordVariable | Out-Null
        New-RmfPolicy -Path "$TestDrive/lab.yaml" -FromSimulator
        # The harbour has groups below groups, which no request can make; SyncAccess.Tests.ps1 has groups.
        Add-Content -Path "$TestDrive/lab.yaml" -Value "`nsynchronize: { groups: false }"
        Import-RmfPolicy "$TestDrive/lab.yaml" | Out-Null

        function Get-Completion {
            param([string] $Line)

            (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
        }
    }

    AfterAll {
        Get-RmfSite | Disconnect-RmfSite
        Stop-RmfSimulator
        Get-ChildItem -Path env:RMF_*_PASSWORD | Remove-Item
    }

    It 'plans, shows what it would do, applies, and has nothing left to do' {
        $plan = New-RmfPlan
        $plan.IsApplicable | Should -BeTrue
        $plan.Create | Should -BeGreaterThan 0
        $plan | Invoke-RmfPlan -WhatIf | Should -BeNullOrEmpty
        (New-RmfPlan).Create | Should -Be $plan.Create

        $results = New-RmfPlan | Invoke-RmfPlan
        $results.Count | Should -BeGreaterThan 0
        $results.Status | Sort-Object -Unique | Should -Be 'Verified'
        (New-RmfPlan).IsEmpty | Should -BeTrue
        Sync-RmfSite | Should -BeNullOrEmpty
        Get-RmfCamera -Unprotected | Should -BeNullOrEmpty
        Test-RmfInconsistency -Quiet | Should -BeFalse
    }

    It 'finds drift and repairs it, through the pipeline' {
        Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $false
        $found = Test-RmfInconsistency
        $found.Pair | Should -Be 'Gate 1'
        $found.Path | Should -Be 'enabled'
        $found.Reason | Should -Be 'TargetDrifted'
        ($found | Repair-RmfInconsistency).Status | Should -Be 'Verified'
        Test-RmfInconsistency | Should -BeNullOrEmpty
    }

    It 'binds cameras from the pipeline' {
        Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $false
        Set-RmfSimulator inland -Camera 'Gate 2' -Property enabled -Value $false
        $results = Get-RmfCamera 'Gate 1' | Sync-RmfCamera
        $results.Name | Sort-Object -Unique | Should -Be 'Gate 1'
        (Test-RmfInconsistency).Pair | Should -Be 'Gate 2'
        Sync-RmfCamera 'Gate 2' | Should -Not -BeNullOrEmpty
    }

    It 'completes sites, recording servers, cameras and guards from what it knows, without a request' {
        $null = Get-RmfInventory
        $requests = (Get-RmfSimulator | Measure-Object -Property Requests -Sum).Sum
        Get-Completion 'Connect-RmfSite in' | Should -Be 'inland'
        Get-Completion 'Get-RmfRecorder REC-A' | Should -Be 'REC-A1', 'REC-A2'
        Get-Completion 'Get-RmfCamera Gate' | Should -Contain "'Gate 1'"
        Get-Completion 'Sync-RmfSite -AllowGuard ' | Should -Not -BeNullOrEmpty
        (Get-RmfSimulator | Measure-Object -Property Requests -Sum).Sum | Should -Be $requests
    }

    It 'stops within a second in the middle of a reading' {
        Set-RmfSimulator -Latency 30s
        # The best of three, because a loaded machine can only add.
        foreach ($attempt in 1..3) {
            $shell = [powershell]::Create()
            [void] $shell.AddScript("Import-Module '$manifest'; Import-RmfPolicy '$TestDrive/lab.yaml'; New-RmfPlan")
            $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
            $null = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
            $limit = [datetime]::UtcNow.AddSeconds(20)
            while ($output.Count -eq 0 -and [datetime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
            Start-Sleep -Milliseconds 300
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            $shell.EndStop($shell.BeginStop($null, $null))
            $clock.Stop()
            $state = $shell.InvocationStateInfo.State
            $shell.Dispose()
            if ($clock.Elapsed.TotalSeconds -lt 1) { break }
        }
        Set-RmfSimulator -ClearFault
        $state | Should -Be 'Stopped'
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 1
    }

    It 'runs unattended: nothing asks under -NonInteractive' {
        Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $false
        $answer = Invoke-FreshPwsh -ArgumentList $manifest, "$TestDrive/lab.yaml" -Script {
            param($manifest, $policy)
            Import-Module $manifest
            (Sync-RmfSite -Policy $policy).Status
        }
        $answer | Should -Contain 'Verified'
    }
}

Describe 'What goes wrong on the way' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        $site = Start-RmfSimulator harbour -Site harbour
    }

    AfterAll {
        Stop-RmfSimulator
    }

    AfterEach {
        Get-RmfSite | Disconnect-RmfSite
    }

    It 'a wrong password' {
        $wrong = [pscredential]::new('rmf', (ConvertTo-SecureString -String 'certainly-wrong' -AsPlainText -Force))
        Connect-RmfSite -Site harbour -Uri $site.BaseUri -Credential $wrong -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SiteInvalidCredentials,*'
        $problems[0].CategoryInfo.Category | Should -Be 'AuthenticationError'
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        ($problems[0] | Format-List -Property * -Force | Out-String) | Should -Not -Match 'certainly-wrong'
        Get-RmfSite | Should -BeNullOrEmpty
    }

    It 'a host that does not answer' {
        Connect-RmfSite -Site nowhere -Uri http://127.0.0.1:1/ -Credential $site.Credential -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SiteUnreachable,*'
        $problems[0].Exception.IsTransient | Should -BeTrue
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'a server that is no XProtect' {
        Set-RmfSimulator harbour -Fault HtmlPage
        try {
            Connect-RmfSite -Site harbour -Uri $site.BaseUri -Credential $site.Credential -ErrorVariable problems -ErrorAction SilentlyContinue
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'SiteUnexpectedAnswer,*'
            $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
        finally { Set-RmfSimulator -ClearFault }
    }

    It 'a policy whose secret nobody knows' {
        $policy = Join-Path -Path $TestDrive -ChildPath 'vault.yaml'
        New-RmfPolicy -Path $policy -PrimaryUri $site.BaseUri -SecondaryUri http://127.0.0.1:1 -PrimaryRecorder REC-A1 -SecondaryRecorder REC-B1 -User rmf
        $thrown = { New-RmfPlan -Policy $policy } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeLike 'RMF20*'
        $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'a plan that nobody made' {
        $shell = [powershell]::Create()
        [void] $shell.AddScript("Import-Module '$manifest'; Get-RmfPlan").Invoke()
        $shell.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'NoPlan,*'
        $shell.Dispose()
    }
}

Describe 'Secrets from a vault' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
    }

    It 'are asked of the session''s Get-Secret: <Kind>' -ForEach @(
        @{ Kind = 'text'; Body = '$text' }
        @{ Kind = 'secure string'; Body = 'ConvertTo-SecureString -String $text -AsPlainText -Force' }
        @{ Kind = 'credential'; Body = '[pscredential]::new("rmf", (ConvertTo-SecureString -String $text -AsPlainText -Force))' }
    ) {
        $policy = Join-Path -Path $TestDrive -ChildPath 'vault.yaml'
        $shell = [powershell]::Create()
        try {
            [void] $shell.AddScript("
                Import-Module '$manifest'
                `$site = Start-RmfSimulator harbour -Site harbour
                `$text = `$site.Credential.GetNetworkCredential().Password
                function global:Get-Secret { param(`$Name) if (`$Name -eq 'rmf-primary') { $Body } else { throw 'no such secret' } }
                New-RmfPolicy -Path '$policy' -Force -PrimaryUri `$site.BaseUri -SecondaryUri http://127.0.0.1:1 -PrimaryRecorder REC-A1 -SecondaryRecorder REC-B1 -User rmf
                (Connect-RmfSite primary -Policy '$policy').Account
                Connect-RmfSite secondary -Policy '$policy'")
            $shell.Invoke() | Should -Be 'rmf'
            $shell.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'RMF2022,*'
        }
        finally {
            $shell.Runspace.Close()
            $shell.Dispose()
        }
    }
}
