<#
.SYNOPSIS
The whole walk on two simulated sites: look, plan, apply, plan again, drift, find it, repair it, watch a failover. Needs no XProtect.
.DESCRIPTION
Build the module first with ./build.ps1. Everything runs inside this PowerShell and is gone afterwards.
#>
#Requires -Version 7.4
$ErrorActionPreference = 'Stop'
Import-Module -Name "$PSScriptRoot/../out/module/RMF.PowerShell"
$folder = New-Item -ItemType Directory -Path ([System.IO.Path]::GetTempPath()) -Name "rmf-quickstart-$(New-Guid)"

try {
    '1. Two sites of a harbour, and a policy that says: inland follows harbour.'
    $harbour, $inland = Start-RmfSimulator harbour -SetPasswordVariable
    (Get-Content -Path "$PSScriptRoot/policies/harbour.yaml" -Raw).Replace('http://127.0.0.1:8081', $harbour.BaseUri).Replace('http://127.0.0.1:8082', $inland.BaseUri) |
        Set-Content -Path "$folder/harbour.yaml"
    Import-RmfPolicy "$folder/harbour.yaml" | Format-Table
    Test-RmfSite | Format-Table
    Compare-RmfSite | Format-Table

    '2. What would make inland equal to harbour? Nothing is written yet.'
    $plan = New-RmfPlan
    $plan | Format-Table
    $plan.Changes | Where-Object Reason -EQ FirstSight | Format-Table

    '3. Do it, and read back what was written.'
    Sync-RmfSite | Group-Object -Property Action, Kind, Status -NoElement | Format-Table

    '4. Is anything left?'
    New-RmfPlan | Format-Table

    '5. Somebody changes inland by hand.'
    Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $false
    Set-RmfSimulator inland -Item 'Gate 1' -Resource settings -Property 'stream[0].FPS' -Value 5
    Set-RmfSimulator inland -Hardware 'Ferry ramp' -Resource hardware -Remove
    foreach ($kind in @{ microphones = 'Gate 1 intercom'; speakers = 'Gate 1 speaker'; metadata = 'Gate 1 analytics'; inputEvents = 'Gate 1 barrier open'; outputs = 'Gate 1 barrier' }.GetEnumerator()) {
        Set-RmfSimulator inland -Resource $kind.Key -Item $kind.Value -Property shortName -Value 'old'
    }

    foreach ($kind in @{ cameraGroups = 'Perimeter'; roles = 'Guards'; viewGroups = 'Control room' }.GetEnumerator()) {
        Set-RmfSimulator inland -Resource $kind.Key -Item $kind.Value -Property description -Value 'old'
    }

    '6. Find it, and repair it.'
    Test-RmfInconsistency -OutVariable drift | Format-Table
    $drift | Repair-RmfInconsistency | Group-Object -Property Action, Kind, Status -NoElement | Format-Table
    if (Test-RmfInconsistency -Quiet) { throw 'Something is still out of step.' }
    'Both sides are equal.'

    '7. Live: harbour stops serving pictures. Where would an operator see the gates?'
    Watch-RmfStream 'Gate 1', 'Gate 2' -Once | Format-Table Camera, Shown, Primary, Secondary
    Set-RmfSimulator harbour -Fault StreamKill
    Watch-RmfStream 'Gate 1', 'Gate 2' -Once | Format-Table Camera, Shown, Primary, Secondary
    Set-RmfSimulator harbour -ClearFault

    '8. A drill: how long is a tile without a picture?'
    Measure-RmfFailover 'Gate 1', 'Gate 2' -ReactionTime 500ms -Round 1 | Format-Table

    '9. Twenty seconds are missing at harbour. What has each side recorded, and can a minute be exported whole?'
    $from, $to = (Get-Date).AddMinutes(-5), (Get-Date).AddMinutes(-4)
    Set-RmfSimulator harbour -Camera 'Gate 1' -RecordingGap -From $from.AddSeconds(20) -To $from.AddSeconds(40)
    Get-RmfRecordingGap 'Gate 1' -Days 1 | Format-Table
    New-RmfExportPlan 'Gate 1' -From $from -To $to | Format-List
    Export-RmfVideo 'Gate 1' -From $from -To $to -Path "$folder/export" | Format-List
    if (-not (Get-ChildItem "$folder/export/*.json" | Test-RmfExport -Quiet)) { throw 'The export is not as its manifest says.' }

    '10. Record and bookmark on both sides at once.'
    Start-RmfRecording 'Gate 1' | Format-Table
    Stop-RmfRecording 'Gate 1' | Format-Table
    Add-RmfBookmark 'Gate 1' 'A lorry' | Format-Table
    Get-RmfBookmark | Format-Table
}
finally {
    Disconnect-RmfSite
    Stop-RmfSimulator
    Remove-Item -Path $folder -Recurse
    Remove-Item -Path env:RMF_HARBOUR_PASSWORD, env:RMF_INLAND_PASSWORD -ErrorAction Ignore
}
