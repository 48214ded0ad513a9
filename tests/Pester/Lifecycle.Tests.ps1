Describe 'The lifecycle cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
    }

    AfterEach {
        Stop-Lab
        Get-ChildItem -Path $TestDrive -Filter '*.rmfstate*' | Remove-Item
    }

    It 'add the device of one camera, and nothing else' {
        $null = Start-Lab $TestDrive
        $before = New-RmfPlan
        Add-RmfCamera 'Gate 4' -WhatIf 6> $null | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be 0
        $results = Add-RmfCamera 'Gate 4' 6> $null
        ($results | Where-Object Action -EQ Create).Name | Should -Be 'Gate 4'
        $results.Status | Sort-Object -Unique | Should -Be 'Verified'
        $after = New-RmfPlan
        $after.Create | Should -Be ($before.Create - 1)
        $after.Changes.Name | Should -Contain 'Gate 2' -Because 'what only differs is left alone'
        (Add-RmfCamera 'Gate 4' 6> $null).Status | Should -Be 'Skipped'
        Add-RmfCamera 'Gate 44' -ErrorVariable problems -ErrorAction SilentlyContinue 6> $null | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'CameraNotFound,*'
    }

    It 'delete what the source deleted, by name, though the policy lets no run do it' {
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
        (Remove-RmfCamera 'Gate 1' -Confirm:$false 6> $null).Status | Should -Be 'Skipped' -Because 'the source has it'
        Set-RmfSimulator harbour -Resource hardware -Item 'Gate 1' -Remove
        Set-RmfSimulator harbour -Resource hardware -Item 'Gate 2' -Remove
        (New-RmfPlan).Delete | Should -Be 0
        Remove-RmfCamera 'Gate 1' -WhatIf 6> $null | Should -BeNullOrEmpty
        $results = Remove-RmfCamera 'Gate 1' -Confirm:$false 6> $null
        $results.Action, $results.Status, $results.Name | Should -Be 'Delete', 'Verified', 'Gate 1'
        (Get-RmfHardware -Side Secondary).Hardware | Should -Not -Contain 'Gate 1'
        (Get-RmfHardware -Side Secondary).Hardware | Should -Contain 'Gate 2' -Because 'nobody named it'
    }

    It 'move a camera to the recording server of its link' {
        @'
world: moving
sites:
  - name: harbour
    side: primary
    recorders:
      - { name: REC-A1, hardware: [{ name: One, model: AXIS P3265-LVE, address: 10.0.0.1, mac: "00408C000001" }, { name: Two, model: AXIS P3265-LVE, address: 10.0.0.2, mac: "00408C000002" }] }
  - { name: inland, side: secondary, recorders: [{ name: REC-B1 }, { name: REC-B2 }] }
'@ | Set-Content -Path "$TestDrive/moving.yaml"
        $harbour, $inland = Start-RmfSimulator "$TestDrive/moving.yaml" -SetPasswordVariable
        $text = @"
apiVersion: rmf/v1
name: moving
architecture: independent
sites:
  harbour: { side: primary, uri: "$($harbour.BaseUri)", credential: { type: basic, user: rmf, password: { environment: RMF_HARBOUR_PASSWORD } } }
  inland: { side: secondary, uri: "$($inland.BaseUri)", credential: { type: basic, user: rmf, password: { environment: RMF_INLAND_PASSWORD } } }
recorders: { primary: [REC-A1], secondary: [REC-B1, REC-B2] }
links: [ { primary: REC-A1, secondary: REC-B1 } ]
state: { path: ./moving.rmfstate.json }
"@
        Set-Content -Path "$TestDrive/policy.yaml" -Value $text
        $null = Import-RmfPolicy "$TestDrive/policy.yaml" -WarningAction SilentlyContinue
        $null = Sync-RmfSite 6> $null
        Set-Content -Path "$TestDrive/policy.yaml" -Value $text.Replace('secondary: REC-B1 }', 'secondary: REC-B2 }')
        $null = Import-RmfPolicy "$TestDrive/policy.yaml" -WarningAction SilentlyContinue
        $camera = (Get-RmfHardware One -Side Secondary)
        $camera.Recorder | Should -Be 'REC-B1'
        $results = Move-RmfCamera 'One*' 6> $null
        ($results | Where-Object Action -EQ Move).Name | Should -Be 'One'
        $results.Status | Sort-Object -Unique | Should -Be 'Verified'
        (Get-RmfHardware One -Side Secondary).Recorder | Should -Be 'REC-B2'
        (Get-RmfHardware Two -Side Secondary).Recorder | Should -Be 'REC-B1'
    }

    It 'leave a device alone that was not replaced' {
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null
        $writes = Get-WriteCount
        $skipped = Update-RmfHardware 'Gate 1' 6> $null
        $skipped.Status, $skipped.Reason | Should -Be 'Skipped', 'it was not replaced'
        Get-WriteCount | Should -Be $writes
    }
}
