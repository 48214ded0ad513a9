Describe 'Export-RmfWorld' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $policy = Start-Lab $TestDrive
        $null = Connect-RmfSite
        $real = New-RmfPlan
        $path = Join-Path -Path $TestDrive -ChildPath 'twin.yaml'
    }

    AfterAll { Stop-Lab }

    It 'writes nothing with -WhatIf, and overwrites nothing without -Force' {
        Export-RmfWorld $path -WhatIf
        $path | Should -Not -Exist
        Set-Content -Path $path -Value 'mine'
        { Export-RmfWorld $path } | Should -Throw -ErrorId 'FileExists,*'
        Get-Content -Path $path | Should -Be 'mine'
        { Export-RmfWorld "$TestDrive/other.yaml" -Site nowhere } | Should -Throw -ErrorId 'SiteNotConnected,*'
        (Get-RmfSimulator | Measure-Object -Property Writes -Sum).Sum | Should -Be 0
    }

    It 'writes a world without secrets, on which the same policy plans the same' {
        (Export-RmfWorld $path -Force -PassThru).FullName | Should -Be $path
        $text = Get-Content -Path $path -Raw
        foreach ($site in 'harbour', 'inland') { $text | Should -Not -Match ([regex]::Escape((Get-Item "env:RMF_$($site.ToUpperInvariant())_PASSWORD").Value)) }
        $text | Should -Not -Match '(?m)^[^#\n]*password'
        $text | Should -Not -Match (Get-RmfCamera 'Gate 1').Id

        Disconnect-RmfSite
        Stop-RmfSimulator
        $harbour, $inland = Start-RmfSimulator $path -SetPasswordVariable
        $harbour.Site, $inland.Site | Should -Be 'harbour', 'inland'
        $rehearsal = Join-Path -Path $TestDrive -ChildPath 'rehearsal.yaml'
        (Get-Content -Path "$root/examples/policies/harbour.yaml" -Raw).Replace('http://127.0.0.1:8081', $harbour.BaseUri).Replace('http://127.0.0.1:8082', $inland.BaseUri) -replace
            '(?m)^  (groups|roles|views): .*$', '  $1: false' | Set-Content -Path $rehearsal
        $null = Import-RmfPolicy $rehearsal
        $plan = New-RmfPlan
        $plan.Create, $plan.Update | Should -Be $real.Create, $real.Update
        $plan.Changes.Address | Sort-Object | Should -Be ($real.Changes.Address | Sort-Object)
    }
}
