Describe 'The cmdlets for sites' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $policy = Start-Lab $TestDrive

        function Get-Token {
            param($Simulator)

            $login = @{ grant_type = 'password'; username = $Simulator.User; password = $Simulator.Credential.GetNetworkCredential().Password; client_id = 'GrantValidatorClient' }
            (Invoke-RestMethod -Uri "$($Simulator.BaseUri)API/IDP/connect/token" -Method Post -Body $login).access_token
        }
    }

    AfterAll { Stop-Lab }

    AfterEach { Disconnect-RmfSite }

    Context 'Test-RmfSite' {
        It 'passes each check of two sites that are ready' {
            $checks = Test-RmfSite
            $checks.Passed | Should -Not -Contain $false
            $checks.Check | Sort-Object -Unique | Should -Be 'Connection', 'Links', 'LogIn', 'Recorders'
            @($checks | Where-Object Site -EQ inland).Count | Should -Be 3
            Test-RmfSite -Quiet | Should -BeTrue
            Get-RmfSite | Should -BeNullOrEmpty -Because 'a check leaves no log-in behind'
        }

        It 'looks at the sites that are named' {
            (Test-RmfSite inland).Site | Sort-Object -Unique | Should -Be 'inland'
            (Test-RmfSite h*).Site | Sort-Object -Unique | Should -Be 'harbour'
            Test-RmfSite nowhere -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'SiteUnknown,*'
            $problems[0].ErrorDetails.RecommendedAction | Should -Match 'inland'
        }

        It 'says what is wrong, and what to do' {
            $env:RMF_INLAND_PASSWORD, $right = 'certainly-wrong', $env:RMF_INLAND_PASSWORD
            try {
                $check = Test-RmfSite inland
                $check.Passed | Should -BeFalse
                $check.Check | Should -Be 'LogIn'
                $check.Advice | Should -Not -BeNullOrEmpty
                $check.Detail | Should -Not -Match 'certainly-wrong'
                Test-RmfSite -Quiet | Should -BeFalse
            }
            finally { $env:RMF_INLAND_PASSWORD = $right }
        }

        It 'finds a recording server that nobody has, with the one that was meant' {
            $other = Join-Path -Path $TestDrive -ChildPath 'typo.yaml'
            (Get-Content -Path $policy -Raw).Replace('REC-A2', 'REC-A22') | Set-Content -Path $other
            $check = Test-RmfSite -Policy $other | Where-Object Passed -EQ $false
            $check.Check | Should -Be 'Links'
            $check.Advice | Should -Match "Did you mean 'REC-A2'"
        }
    }

    Context 'Connect-RmfSite, Get-RmfSite and Disconnect-RmfSite' {
        It 'logs in to all sites of the policy, or to one' {
            (Connect-RmfSite inland).Account | Should -Be 'rmf'
            (Get-RmfSite).Site | Should -Be 'inland'
            (Connect-RmfSite).Site | Should -Be 'harbour', 'inland'
            (Get-RmfSite).Version | Should -Be '25.2.2207.1', '25.2.2207.1'
            (Get-RmfSite in*).Site | Should -Be 'inland'
            "$(Get-RmfSite inland)" | Should -Be 'inland'
        }

        It 'takes names in any letter case, whatever the language of the machine' {
            $null = Connect-RmfSite
            $before = [cultureinfo]::CurrentCulture
            try {
                # Turkish: a capital I is no i there.
                [cultureinfo]::CurrentCulture = 'tr-TR'
                (Get-RmfSite 'INL*').Site | Should -Be 'inland'
                (Get-RmfInventory 'INLAND').Site | Sort-Object -Unique | Should -Be 'inland'
                (Get-RmfHardware 'PILOT*' -Side Primary).Hardware | Should -Be 'Pilot station'
            } finally {
                [cultureinfo]::CurrentCulture = $before
            }
        }

        It 'keeps to the log-ins of the session' {
            $null = Connect-RmfSite
            $null = Get-RmfInventory
            $tokens = (Get-RmfSimulator inland).Requests
            $null = New-RmfPlan
            Remove-Item -Path env:RMF_INLAND_PASSWORD
            try { { New-RmfPlan } | Should -Not -Throw } finally { $env:RMF_INLAND_PASSWORD = (Get-RmfSimulator inland).Credential.GetNetworkCredential().Password }
            (Get-RmfSimulator inland).Requests | Should -BeGreaterThan $tokens
        }

        It 'reports a site that the policy does not have, and goes on' {
            'nowhere', 'inland' | ForEach-Object { [pscustomobject]@{ Site = $_ } } | Connect-RmfSite -ErrorVariable problems -ErrorAction SilentlyContinue | ForEach-Object Site | Should -Be 'inland'
            $problems[0].FullyQualifiedErrorId | Should -Be 'SiteUnknown,RMF.PowerShell.Cmdlets.Sites.ConnectRmfSite'
        }

        It 'takes name, address and credential of simulated sites from the pipeline, without any policy' {
            $running = Start-Shell "Start-RmfSimulator harbour | Connect-RmfSite; Get-RmfSite"
            Wait-Until { $running.Shell.InvocationStateInfo.State -ne 'Running' } | Should -BeTrue
            $running.Shell.Streams.Error | Should -BeNullOrEmpty
            $running.Output.Site | Should -Be 'harbour', 'inland', 'harbour', 'inland'
            $running.Shell.Runspace.Close()
            $running.Shell.Dispose()
        }

        It 'takes over a token of another tool' {
            $simulators = Get-RmfSimulator
            foreach ($one in $simulators) { $null = Connect-RmfSite $one.Site -Uri $one.BaseUri -AccessToken (Get-Token $one) }
            Get-ChildItem -Path env:RMF_*_PASSWORD | Remove-Item
            try { (New-RmfPlan).Create | Should -BeGreaterThan 0 }
            finally { foreach ($one in $simulators) { Set-Item -Path "env:RMF_$($one.Site.ToUpperInvariant())_PASSWORD" -Value $one.Credential.GetNetworkCredential().Password } }
        }

        It 'says that a token is not good' {
            Connect-RmfSite inland -Uri (Get-RmfSimulator inland).BaseUri -AccessToken 'stale-token' -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'SiteUnauthorized,*'
            $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            "$($problems[0])" | Should -Not -Match 'stale-token'
        }

        It 'logs out by name, by wildcard and from the pipeline' {
            $null = Connect-RmfSite
            Disconnect-RmfSite har*
            (Get-RmfSite).Site | Should -Be 'inland'
            Get-RmfSite | Disconnect-RmfSite
            Get-RmfSite | Should -BeNullOrEmpty
            foreach ($command in 'Disconnect-RmfSite', 'Get-RmfSite') {
                & $command inland -ErrorVariable problems -ErrorAction SilentlyContinue
                $problems[0].FullyQualifiedErrorId | Should -BeLike 'SiteNotConnected,*'
                $problems[0].ErrorDetails.RecommendedAction | Should -Match 'Connect-RmfSite'
            }
        }

        It 'completes site names from policy and session, in quotes where they need them' {
            Get-Completion 'Test-RmfSite ' | Should -Be 'harbour', 'inland'
            $null = Connect-RmfSite 'my lab' -Uri (Get-RmfSimulator inland).BaseUri -Credential (Get-RmfSimulator inland).Credential
            Get-Completion 'Disconnect-RmfSite my' | Should -Be "'my lab'"
        }

        It 'belongs to its runspace' {
            $null = Connect-RmfSite
            $module, $file = $manifest, $policy
            $seen = 1..3 | ForEach-Object -ThrottleLimit 3 -Parallel {
                Import-Module $using:module
                @(Get-RmfSite).Count
                if ($_ -eq 2) { $null = Connect-RmfSite inland -Policy $using:file }
                Start-Sleep -Milliseconds 200
                @(Get-RmfSite).Count
            }
            ($seen | Sort-Object) -join ' ' | Should -Be '0 0 0 0 0 1'
            @(Get-RmfSite).Count | Should -Be 2
        }
    }
}
