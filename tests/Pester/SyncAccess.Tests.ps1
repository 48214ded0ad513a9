Describe 'The Sync cmdlets of groups, roles and views' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        @'
world: access
sites:
  - name: here
    side: primary
    recorders:
      - name: R1
        storages: [{ name: Local, default: true }]
        hardware:
          - { name: Door, model: AXIS P3265-LVE, address: 10.0.0.11, mac: "00:40:8C:18:22:01", cameras: [{ name: Door camera }] }
    cameraGroups: [{ name: Doors, members: [Door camera] }]
    roles:
      - { name: Guards, description: night shift, users: [{ name: anna, sid: S-1-5-21-1-2-3-1001 }], cameras: [VIEW_LIVE] }
    viewGroups: [{ name: Control room, views: [{ name: Doors, cameras: [Door camera] }] }]
  - name: there
    side: secondary
    recorders:
      - name: R2
        storages: [{ name: Local, default: true }]
        hardware:
          - { name: Door, model: AXIS P3265-LVE, address: 10.0.0.11, mac: "00:40:8C:18:22:01", cameras: [{ name: Door camera }] }
'@ | Set-Content -Path "$TestDrive/access.yaml"
    }

    BeforeEach {
        $null = Start-RmfSimulator "$TestDrive/access.yaml" -SetPasswordVariable
        Remove-Item -Path "$TestDrive/lab*" -Recurse -ErrorAction Ignore
        $null = New-RmfPolicy "$TestDrive/lab.yaml" -FromSimulator
        Add-Content -Path "$TestDrive/lab.yaml" -Value "`nsynchronize: { roles: { include: [Guards] }, groups: true, views: { native: true, highAvailability: false } }"
        $null = Import-RmfPolicy "$TestDrive/lab.yaml"
    }

    AfterEach {
        Disconnect-RmfSite
        Stop-RmfSimulator
        Get-ChildItem -Path env:RMF_*_PASSWORD | Remove-Item
    }

    It 'make what is missing, of their kind alone, and repair what drifted: Sync-Rmf<Noun>' -ForEach @(
        @{ Noun = 'DeviceGroup'; Kinds = 'CameraGroup'; Resource = 'cameraGroups'; Name = 'Doors' }
        @{ Noun = 'Role'; Kinds = 'Role', 'CameraPermissions'; Resource = 'roles'; Name = 'Guards' }
        @{ Noun = 'View'; Kinds = 'View', 'ViewGroup'; Resource = 'viewGroups'; Name = 'Control room' }
    ) {
        & "Sync-Rmf$Noun" -WhatIf 6> $null | Should -BeNullOrEmpty
        (Get-RmfSimulator there).Writes | Should -Be 0
        $results = & "Sync-Rmf$Noun" 6> $null
        $results | Should -Not -BeNullOrEmpty
        $results.Status | Sort-Object -Unique | Should -Be 'Verified'
        $results.Kind | Sort-Object -Unique | Should -BeIn $Kinds
        $writes = (Get-RmfSimulator there).Writes
        & "Sync-Rmf$Noun" 6> $null | Should -BeNullOrEmpty
        (Get-RmfSimulator there).Writes | Should -Be $writes

        Set-RmfSimulator there -Resource $Resource -Item $Name -Property description -Value 'somebody was here'
        (Test-RmfInconsistency | Where-Object { $_.Kind -in $Kinds -and $_.Path -eq 'description' }).Reason | Should -Be 'TargetDrifted'
        (& "Sync-Rmf$Noun" 6> $null).Status | Should -Be 'Verified'
        Test-RmfInconsistency | Where-Object Kind -In $Kinds | Should -BeNullOrEmpty
    }

    It 'are part of Sync-RmfSite, after which nothing is left' {
        (Sync-RmfSite 6> $null).Kind | Sort-Object -Unique | Should -Be 'CameraGroup', 'CameraPermissions', 'Role', 'View', 'ViewGroup'
        Test-RmfInconsistency | Should -BeNullOrEmpty
        Assert-RmfSite -Protected
    }

    It 'say so when the policy switches their kind off' {
        (Get-Content -Path "$TestDrive/lab.yaml" -Raw).Replace('groups: true', 'groups: false') | Set-Content -Path "$TestDrive/lab.yaml"
        $null = Import-RmfPolicy "$TestDrive/lab.yaml"
        Sync-RmfDeviceGroup -WarningVariable warnings 3> $null 6> $null
        "$warnings" | Should -Match 'synchronize.groups off'
    }
}
