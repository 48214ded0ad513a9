Describe 'Bad input and bad luck' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $policy = Start-Lab $TestDrive

        # A policy that is the lab's but for one text.
        function New-Variant {
            param([string] $Old, [string] $New)

            $path = Join-Path -Path $TestDrive -ChildPath 'variant.yaml'
            $text = Get-Content -Path $policy -Raw
            $text | Should -Match ([regex]::Escape($Old))
            $text.Replace($Old, $New) | Set-Content -Path $path
            $path
        }
    }

    AfterAll { Stop-Lab }

    AfterEach {
        Disconnect-RmfSite
        Set-RmfSimulator -ClearFault
    }

    It 'is told by id, category and advice: <Case>' -ForEach @(
        @{ Case = 'unknown recording server'; Old = 'REC-A2'; New = 'REC-A9'; Id = 'RMF2001'; Advice = 'Did you mean' }
        @{ Case = 'storage of another recording server'; Old = '"30 days local": "90 days DR"'; New = '"7 days fast": "90 days DR"'; Id = 'RMF2004'; Advice = '30 days local' }
        @{ Case = 'storage that nobody has'; Old = '"90 days DR"'; New = '"91 days DR"'; Id = 'RMF2003'; Advice = '90 days DR' }
        @{ Case = 'password variable that is not set'; Old = 'RMF_INLAND_PASSWORD'; New = 'RMF_NOWHERE_PASSWORD'; Id = 'RMF2007'; Advice = 'RMF_NOWHERE_PASSWORD' }
        @{ Case = 'user that nobody knows'; Old = 'user: rmf,'; New = 'user: nobody,'; Id = 'SiteInvalidCredentials'; Advice = '.' }
    ) {
        $variant = New-Variant $Old $New
        foreach ($command in 'New-RmfPlan', 'Sync-RmfSite', 'Get-RmfCamera', 'Test-RmfInconsistency') {
            $thrown = { & $command -Policy $variant } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike "$Id,*" -Because $command
            $thrown.ErrorDetails.RecommendedAction | Should -Match $Advice
            $thrown.CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        }
        (Get-RmfSimulator).Writes | Should -Be 0, 0
    }

    It 'is told where the host is wrong' {
        $uri = (Get-RmfSimulator inland).BaseUri.ToString().TrimEnd('/')
        $thrown = { New-RmfPlan -Policy (New-Variant $uri 'http://127.0.0.1:1') } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeLike 'SiteUnreachable,*'
        $thrown.CategoryInfo.Category | Should -Be 'ConnectionError'
        $thrown.TargetObject | Should -Be 'inland'
    }

    It 'ends the reading with a clear error: <Fault>' -ForEach @(
        @{ Fault = 'HtmlPage'; Id = 'SiteUnexpectedAnswer' }
        @{ Fault = 'ErrorStatus'; Id = 'SiteServerError' }
    ) {
        $null = Connect-RmfSite
        Set-RmfSimulator inland -Fault $Fault -RequestPath '/cameras*'
        $thrown = { New-RmfPlan } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $thrown.Exception.Site | Should -Be 'inland'
        $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'gets over what passes: <Fault>' -ForEach 'ErrorStatus', 'ResetBeforeEffect', 'HalfAnswer', 'ExpireTokens' {
        $null = Connect-RmfSite
        Set-RmfSimulator inland -Fault $_ -RequestPath '/cameras*' -Count 1
        (New-RmfPlan).Create | Should -Be 9
    }

    It 'is told when a file is no state' {
        $state = Join-Path -Path $TestDrive -ChildPath 'harbour.rmfstate.json'
        Set-Content -Path $state -Value 'not a state'
        try {
            $thrown = { Sync-RmfSite } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike 'RMF2202,*'
            $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
        finally { Remove-Item -Path $state }
    }

    It 'is told when there is no policy: <_>' -ForEach 'Connect-RmfSite', 'New-RmfPlan', 'Sync-RmfSite', 'Get-RmfCamera', 'Test-RmfInconsistency', 'Test-RmfSite' {
        $running = Start-Shell $_
        Wait-Until { $running.Shell.InvocationStateInfo.State -ne 'Running' } | Should -BeTrue
        $running.Shell.InvocationStateInfo.Reason.ErrorRecord.FullyQualifiedErrorId | Should -BeLike 'NoPolicy,*'
        $running.Shell.Dispose()
    }
}

Describe 'Secrets' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $policy = Start-Lab $TestDrive
        $password = (Get-RmfSimulator inland).Credential.GetNetworkCredential().Password
    }

    AfterAll { Stop-Lab }

    It 'stand in no transcript, error, stream, plan or state' {
        $transcript = Join-Path -Path $TestDrive -ChildPath 'transcript.txt'
        $null = Invoke-FreshPwsh -ArgumentList $manifest, $policy, $transcript -Script {
            param($manifest, $policy, $transcript)
            $DebugPreference = $VerbosePreference = $InformationPreference = 'Continue'
            $null = Start-Transcript -Path $transcript
            Import-Module $manifest -Verbose:$false
            Set-Location (Split-Path $policy)
            Import-RmfPolicy $policy | Format-List *
            Connect-RmfSite | Format-List *
            Get-RmfSite | ConvertTo-Json -Depth 4 -WarningAction Ignore
            New-RmfPlan -OutFile secret-plan.json | Format-List *
            Sync-RmfHardware 'Gate 4' | Format-List *
            Get-RmfPolicy | ConvertTo-Json -Depth 6 -WarningAction Ignore
            $env:RMF_INLAND_PASSWORD = 'another-secret'
            try { Test-RmfSite inland | Format-List * } catch { $_ }
            Disconnect-RmfSite
            try { New-RmfPlan } catch { $_ | Format-List * -Force }
            $Error | ForEach-Object { $_ | Format-List * -Force; Get-Error $_ | Out-String }
            $null = Stop-Transcript
        }
        $text = Get-Content -Path $transcript -Raw
        $text | Should -Match 'DEBUG: inland: '
        $text | Should -Match 'Gate 4'
        $files = @($transcript) + @(Get-ChildItem -Path $TestDrive -Filter *.json -Recurse | ForEach-Object FullName)
        $files.Count | Should -BeGreaterOrEqual 3
        foreach ($secret in $password, 'another-secret', 'access_token', 'simulated"') {
            Select-String -Path $files -SimpleMatch -Pattern $secret | Should -BeNullOrEmpty
        }
        $text | Should -Not -Match 'Bearer [A-Za-z0-9]'
    }
}
