# A validation kit: point it at your own policy and let Pester say whether both sides are what the policy promises. Reads only.
# ./Invoke-Validation.ps1 -Policy ./harbour.yaml -OutFile ./rmf.junit.xml
param([Parameter(Mandatory)] [string] $Policy)

BeforeDiscovery {
    $null = Import-RmfPolicy $Policy
    $siteNames = @((Get-RmfPolicy).Sites.Site)
    $pairs = @(Get-RmfPair -Kind Camera -State Paired | ForEach-Object { @{ Primary = $_.Primary } })
}

Describe 'The policy' {
    It 'is valid' {
        Test-RmfPolicy $Policy | Where-Object Severity -EQ Error | Should -BeNullOrEmpty
    }
}

Describe 'Site <_>' -ForEach $siteNames {
    It 'answers, and the account may do what a run needs' {
        Test-RmfSite $_ | Where-Object Passed -EQ $false | ForEach-Object { "$($_.Check): $($_.Detail)" } | Should -BeNullOrEmpty
    }
}

Describe 'Redundancy' {
    BeforeAll {
        $differences = @(Test-RmfInconsistency)
    }

    It 'covers every camera of the policy' {
        (Get-RmfCamera -Unprotected).Camera | Should -BeNullOrEmpty
    }

    It 'finds every device again' {
        Get-RmfPair | Where-Object State -NE Paired | ForEach-Object { "$($_.State): $($_.Primary)$($_.Secondary)" } | Should -BeNullOrEmpty
    }

    It 'camera <Primary> is in step' -ForEach $pairs {
        $differences | Where-Object { $_.Pair -eq $Primary -and $_.Severity -ne 'Information' } | ForEach-Object { "$($_.Path): '$($_.Secondary)' should be '$($_.Primary)'" } | Should -BeNullOrEmpty
    }
}

Describe 'The journal' {
    It 'is whole' {
        Test-RmfJournal | Where-Object Severity -EQ Error | ForEach-Object Fault | Should -BeNullOrEmpty
    }

    It 'tells of no run that was left half-way' {
        (Get-RmfRun -Last 1).Result | Should -BeIn $null, InWantedState, GuardRefused, PlanStale
    }
}
