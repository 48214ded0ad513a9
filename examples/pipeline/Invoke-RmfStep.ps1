<#
.SYNOPSIS
One step of a pipeline that keeps two sides equal: validate, plan, apply or assert. The exit code says how it ended.
.DESCRIPTION
Exit codes: 0 in the wanted state; 1 error; 2 changes pending or drift; 3 a guard refused; 4 policy invalid; 5 partly applied; 6 cancelled;
7 plan stale; 8 not verified.
Passwords come from where the policy says, e.g. RMF_SITE_PASSWORD in the environment. Asks nothing.
.EXAMPLE
./Invoke-RmfStep.ps1 Plan -Policy ./harbour.yaml -PlanFile ./rmf.plan.json -Markdown ./rmf.plan.md
.EXAMPLE
./Invoke-RmfStep.ps1 Apply -Policy ./harbour.yaml -PlanFile ./rmf.plan.json -Checksum $approved
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [ValidateSet('Validate', 'Plan', 'Apply', 'Assert')]
    [string] $Step,

    [Parameter(Mandatory)]
    [string] $Policy,

    # Plan writes it, Apply reads it.
    [string] $PlanFile = './rmf.plan.json',

    # The plan as a table for a pull request; Plan alone.
    [string] $Markdown,

    # What a person approved; Apply alone, and required there.
    [string] $Checksum,

    # Guards to override, by name.
    [string[]] $AllowGuard = @(),

    # The built module, where it is not on PSModulePath.
    [string] $Module = 'RMF.PowerShell'
)

$ErrorActionPreference = 'Stop'
$code = @{ InWantedState = 0; Error = 1; ChangesPending = 2; GuardRefused = 3; PolicyInvalid = 4; PartlyApplied = 5; Cancelled = 6; PlanStale = 7; NotVerified = 8 }

# A plan as Markdown: what a reviewer needs to approve its checksum.
function ConvertTo-Markdown {
    param($Plan)

    "### RMF: $Plan"
    ''
    "Direction $($Plan.Direction), $($Plan.Compared) pairs compared, $($Plan.Drift) drifted, $($Plan.Conflict) in conflict, $($Plan.Unknown) unknown, $($Plan.Unprotected) cameras unprotected."
    ''
    foreach ($guard in $Plan.Guards) { "> **$($guard.Guard)** refuses it: $($guard.Message)"; '' }
    $writes = @($Plan.Changes | Where-Object Action -In Create, Update, Delete, Move, Replace)
    if ($writes) {
        '| Action | Kind | Name | Values |'
        '|---|---|---|---|'
        foreach ($change in $writes | Select-Object -First 200) {
            "| $($change.Action) | $($change.Kind) | $($change.Name -replace '\|', '\|') | $((($change.Properties | ForEach-Object { "$_" }) -join '<br>') -replace '\|', '\|') |"
        }
        if ($writes.Count -gt 200) { "| | | and $($writes.Count - 200) more | |" }
        ''
    }
    "Checksum ``$($Plan.Checksum)``"
}

try {
    Import-Module $Module
    if ($Step -eq 'Validate') {
        $findings = @(Test-RmfPolicy $Policy)
        $findings | Format-Table | Out-String | Write-Host
        exit $(if ($findings.Severity -contains 'Error') { $code.PolicyInvalid } else { 0 })
    }

    $null = Import-RmfPolicy $Policy
    switch ($Step) {
        'Plan' {
            $plan = New-RmfPlan -OutFile $PlanFile -Force
            $plan | Format-Table | Out-String | Write-Host
            if ($Markdown) { ConvertTo-Markdown $plan | Set-Content -Path $Markdown -Encoding utf8 }
            $refusing = @($plan.Guards | Where-Object { $AllowGuard -notcontains $_.Guard })
            exit $(if ($refusing) { $code.GuardRefused } elseif (-not $plan.IsEmpty -or $plan.Conflict) { $code.ChangesPending } else { 0 })
        }
        'Apply' {
            if (-not $Checksum) { throw 'Apply needs -Checksum: the one that a person approved.' }
            Invoke-RmfPlan $PlanFile -Checksum $Checksum -AllowGuard $AllowGuard -Force -ErrorAction Continue | Format-Table | Out-String -Width 200 | Write-Host
            exit $code[(Get-RmfRun -Last 1).Result]
        }
        'Assert' {
            Assert-RmfSite
            exit 0
        }
    }
}
catch {
    Write-Host "$($_.FullyQualifiedErrorId): $_"
    if ($_.ErrorDetails.RecommendedAction) { Write-Host $_.ErrorDetails.RecommendedAction }
    exit $(if ($_.Exception.ExitCode) { $_.Exception.ExitCode } else { $code.Error })
}
