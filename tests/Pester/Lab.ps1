# Dot-sourced by the tests that need two sites: the simulated harbour on sockets, and the example policy with its ports.
. "$PSScriptRoot/Module.ps1"

# Starts both sides and makes a copy of examples/policies/harbour.yaml the current policy. Gives the copy's path.
function Start-Lab {
    param([string] $Folder)

    $harbour, $inland = Start-RmfSimulator harbour -SetPasswordVariable
    $path = Join-Path -Path $Folder -ChildPath 'harbour.yaml'
    # Devices alone: SyncAccess.Tests.ps1 and the quickstart have groups, roles and views.
    (Get-Content -Path "$root/examples/policies/harbour.yaml" -Raw).Replace('http://127.0.0.1:8081', $harbour.BaseUri).Replace('http://127.0.0.1:8082', $inland.BaseUri) -replace
        '(?m)^  (groups|roles|views): .*$', '  $1: false' | Set-Content -Path $path
    $null = Import-RmfPolicy $path
    $path
}

function Stop-Lab {
    Disconnect-RmfSite
    Stop-RmfSimulator
    Get-ChildItem -Path env:RMF_*_PASSWORD | Remove-Item
}

# How often somebody wrote to the secondary.
function Get-WriteCount { (Get-RmfSimulator inland).Writes }

function Get-Completion {
    param([string] $Line)

    (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
}

# A pipeline in a runspace of its own, begun but not waited for. While it runs, look at Output.Count alone: reading an open collection waits for its end.
function Start-Shell {
    param([string] $Script)

    $shell = [powershell]::Create()
    [void] $shell.AddScript("Import-Module '$manifest'; $Script")
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $null = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
    [pscustomobject]@{ Shell = $shell; Output = $output }
}

# Waits until the condition holds; false when it never does.
function Wait-Until {
    param([scriptblock] $Condition, [int] $Seconds = 20)

    $limit = [datetime]::UtcNow.AddSeconds($Seconds)
    while ([datetime]::UtcNow -lt $limit) {
        if (& $Condition) { return $true }
        Start-Sleep -Milliseconds 20
    }
    $false
}

# Stops a pipeline and gives the seconds that it took.
function Measure-Stop {
    param($Running)

    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $Running.Shell.EndStop($Running.Shell.BeginStop($null, $null))
    $clock.Elapsed.TotalSeconds
}
