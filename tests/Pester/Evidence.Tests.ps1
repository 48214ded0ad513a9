Describe 'Evidence locks' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"

        # Two sites with the same two cameras, the secondary with a lock on the first; both are paired, then the source loses one. Gives the policy's file.
        function Start-LockedLab {
            param([string] $Product, [string] $Lost)

            $hardware = 'hardware: [{ name: One, model: AXIS P3265-LVE, address: 10.0.0.1, mac: "00408C000001", cameras: [{ name: One }] }, { name: Two, model: AXIS P3265-LVE, address: 10.0.0.2, mac: "00408C000002", cameras: [{ name: Two }] }]'
            @"
world: locked
sites:
  - { name: harbour, side: primary, recorders: [{ name: REC-A1, $hardware }] }
  - name: inland
    side: secondary
    product: $Product
    recorders: [{ name: REC-B1, $hardware }]
    evidenceLocks: [{ name: Break-in, cameras: [One], from: -3h, to: -2h }]
"@ | Set-Content -Path "$TestDrive/locked.yaml"
            $harbour, $inland = Start-RmfSimulator "$TestDrive/locked.yaml" -SetPasswordVariable
            @"
apiVersion: rmf/v1
name: locked
architecture: independent
sites:
  harbour: { side: primary, uri: "$($harbour.BaseUri)", credential: { type: basic, user: rmf, password: { environment: RMF_HARBOUR_PASSWORD } } }
  inland: { side: secondary, uri: "$($inland.BaseUri)", credential: { type: basic, user: rmf, password: { environment: RMF_INLAND_PASSWORD } } }
recorders: { primary: [REC-A1], secondary: [REC-B1] }
links: [ { primary: REC-A1, secondary: REC-B1 } ]
lifecycle: { delete: true }
state: { path: ./locked.rmfstate.json }
"@ | Set-Content -Path "$TestDrive/policy.yaml"
            $null = Import-RmfPolicy "$TestDrive/policy.yaml" -WarningAction SilentlyContinue
            $null = Sync-RmfSite 6> $null
            Set-RmfSimulator harbour -Resource hardware -Item $Lost -Remove
        }
    }

    AfterEach {
        Stop-Lab
        Get-ChildItem -Path $TestDrive -Filter '*.rmf*' | Remove-Item -Recurse
    }

    It 'are told by the plan, which is refused until the guard is allowed by its name, and the journal keeps that' {
        Start-LockedLab -Product Corporate -Lost One
        $plan = New-RmfPlan -WarningVariable warnings -WarningAction SilentlyContinue
        $plan.Delete | Should -Be 1
        # Both sides are small: one of two is a large part, which has a guard of its own.
        $guard = $plan.Guards | Where-Object Guard -EQ RecorderWithEvidenceLock
        $guard.Message | Should -BeLike "On inland evidence locks (1) hold recordings of 1 device that the plan *the first is 'One'; the limit is 0.*-AllowGuard RecorderWithEvidenceLock."
        "$warnings" | Should -Match 'RecorderWithEvidenceLock'
        $others = @($plan.Guards.Guard | Where-Object { $_ -ne 'RecorderWithEvidenceLock' })
        $writes = Get-WriteCount
        foreach ($attempt in { Invoke-RmfPlan $plan -AllowGuard ($others + 'DeletePercent') }, { Invoke-RmfPlan $plan -AllowGuard ($others + 'DeletePercent') -Force }) {
            $thrown = $attempt | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike 'RMF2304,*'
            "$thrown" | Should -Match 'RecorderWithEvidenceLock'
        }
        Get-WriteCount | Should -Be $writes
        $results = Invoke-RmfPlan $plan -AllowGuard ($others + 'RecorderWithEvidenceLock') -Confirm:$false -WarningAction Ignore 6> $null
        $results.Action, $results.Status, $results.Name | Should -Be 'Delete', 'Verified', 'One'
        (Get-RmfHardware -Side Secondary).Hardware | Should -Not -Contain 'One'
        Get-Content -Path (Get-ChildItem -Path "$TestDrive/locked.rmfjournal" -Filter *.jsonl | Sort-Object -Property Name | Select-Object -Last 1) -TotalCount 1 |
            Should -Match '"allowedGuards":\[[^\]]*"RecorderWithEvidenceLock"'
    }

    It 'do not keep another device' {
        Start-LockedLab -Product Corporate -Lost Two
        (New-RmfPlan -WarningAction Ignore).Guards.Guard | Should -Not -Contain 'RecorderWithEvidenceLock'
    }

    It 'do not exist on a product that has none' {
        Start-LockedLab -Product Expert -Lost One
        (New-RmfPlan -WarningAction Ignore).Guards.Guard | Should -Not -Contain 'RecorderWithEvidenceLock'
    }

    It 'that the site does not tell are not taken for none' {
        Start-LockedLab -Product Corporate -Lost Two
        Set-RmfSimulator inland -Fault HtmlPage -RequestPath '*#MarkedDataSearch'
        $guard = (New-RmfPlan -WarningAction Ignore).Guards | Where-Object Guard -EQ RecorderWithEvidenceLock
        $guard.Message | Should -BeLike 'On inland it is not known whether evidence locks hold recordings of 1 device that the plan *'
        Get-Completion 'Invoke-RmfPlan -AllowGuard Rec' | Should -Contain 'RecorderWithEvidenceLock'
    }
}
