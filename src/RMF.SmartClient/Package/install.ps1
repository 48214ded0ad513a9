#Requires -Version 5.1
<#
.SYNOPSIS
Installs the RMF plugin for XProtect Smart Client, or removes it. Asks nothing.
.DESCRIPTION
Copies the package that this script lies in to the folder Rmf below MIPPlugins. The new version is written and checked beside the old one and
takes its place by being renamed: what was there before stays whole until then, and comes back where that fails. Run it as administrator where
the folder asks for it. Windows PowerShell 5.1 and PowerShell 7 run it.

Writes one object: what was done, where, which version, and the exit code.

Exit codes:
0  done, or nothing was to be done
1  something unexpected; nothing was changed
2  Smart Client runs
3  the package is not whole: a file is missing or was changed
4  a newer version is installed, and -Force was not given
5  this account may not write there: run it as administrator
6  a file of the installed version is in use
7  it failed on the way; what was there before is there as it was
8  it failed on the way and what was there before could not be put back; the message says where it is
9  the folder Rmf holds something else than this plugin, or is the package itself
.EXAMPLE
powershell -ExecutionPolicy Bypass -File install.ps1
Installs to %ProgramFiles%\Milestone\MIPPlugins\Rmf.
.EXAMPLE
powershell -ExecutionPolicy Bypass -File install.ps1 -Uninstall
.EXAMPLE
./install.ps1 -WhatIf
Says what it would do, or why it would refuse.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    # The MIPPlugins folder. Default: %ProgramFiles%\Milestone\MIPPlugins.
    [string] $Path,

    # Removes the plugin.
    [switch] $Uninstall,

    # Installs an older version over a newer one.
    [switch] $Force,

    # Names of processes that must not run meanwhile.
    [string[]] $HostProcess = @('Client')
)

$ErrorActionPreference = 'Stop'
$list = 'RMF.SmartClient.json'
$library = 'RMF.SmartClient.dll'
$definition = 'plugin.def'
# A folder without plugin.def is not loaded: neither the new version before it is whole, nor the old one on its way out.
$definitionOff = 'plugin.def.off'
$moveAttempts = 5
$movePauseMilliseconds = 300

function Stop-Setup {
    param([int] $Code, [string] $Message)

    $exception = New-Object System.InvalidOperationException $Message
    $exception.Data['Code'] = $Code
    throw $exception
}

function New-Result {
    param([string] $Result, [string] $Target, [string] $Version, [string] $Previous, [string] $Detail, [int] $ExitCode = 0)

    [pscustomobject]@{ Result = $Result; Path = $Target; Version = $Version; Previous = $Previous; Detail = $Detail; ExitCode = $ExitCode }
}

# The list of a package's files with their hashes; null where it is missing or cannot be read.
function Read-List {
    param([string] $Folder)

    $file = Join-Path -Path $Folder -ChildPath $list
    if (-not (Test-Path -LiteralPath $file -PathType Leaf)) { return }
    try { $read = [System.IO.File]::ReadAllText($file) | ConvertFrom-Json } catch { return }
    if (-not $read.version -or -not $read.files) { return }
    $files = @{}
    foreach ($entry in $read.files.PSObject.Properties) {
        # Names of this folder and no others.
        if ($entry.Name -ne [System.IO.Path]::GetFileName($entry.Name)) { return }
        $files[$entry.Name] = [string] $entry.Value
    }
    @{ Version = [string] $read.version; Files = $files }
}

# The files of the list that are not as it says. The definition may be switched off.
function Find-Changed {
    param([string] $Folder, [hashtable] $Files)

    foreach ($name in $Files.Keys | Sort-Object) {
        $file = Join-Path -Path $Folder -ChildPath $name
        if (-not (Test-Path -LiteralPath $file -PathType Leaf)) { $name; continue }
        if ((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash -ne $Files[$name]) { $name }
    }
}

function Get-InstalledVersion {
    param([string] $Folder)

    $installed = Read-List $Folder
    if ($installed) { return $installed.Version }
    $file = Join-Path -Path $Folder -ChildPath $library
    if (Test-Path -LiteralPath $file) { [System.Diagnostics.FileVersionInfo]::GetVersionInfo($file).FileVersion }
}

# The version that was there last: an installation that was cut off may have moved it aside.
function Get-PreviousVersion {
    param([string] $Target, [string] $Retired)

    if ((Test-Path -LiteralPath $Retired) -and -not (Test-Path -LiteralPath (Join-Path -Path $Target -ChildPath $definition))) { return [string] (Get-InstalledVersion $Retired) }
    [string] (Get-InstalledVersion $Target)
}

# Three numbers; null where there are none.
function ConvertTo-Number {
    param([string] $Version)

    if ($Version -match '^\d+\.\d+\.\d+') { [version] $Matches[0] }
}

function Test-Own {
    param([string] $Folder)

    if (-not (Test-Path -LiteralPath $Folder)) { return $true }
    if (-not (Test-Path -LiteralPath $Folder -PathType Container)) { return $false }
    foreach ($name in $list, $library) { if (Test-Path -LiteralPath (Join-Path -Path $Folder -ChildPath $name)) { return $true } }
    -not @([System.IO.Directory]::GetFileSystemEntries($Folder)).Count
}

function Assert-NotRunning {
    param([string[]] $Name)

    $running = @(Get-Process -Name $Name -ErrorAction SilentlyContinue)
    if ($running.Count) {
        $told = ($running | ForEach-Object { "$($_.ProcessName) ($($_.Id))" }) -join ', '
        Stop-Setup 2 "Smart Client runs: $told. Close it on this machine, in every user's session, and run this again."
    }
}

# Who has loaded a file of the folder, as far as this account may see.
function Get-Holder {
    param([string] $Folder)

    foreach ($process in Get-Process) {
        try {
            if (@($process.Modules | Where-Object { $_.FileName -and $_.FileName.StartsWith($Folder + [System.IO.Path]::DirectorySeparatorChar, [System.StringComparison]::OrdinalIgnoreCase) }).Count) {
                "$($process.ProcessName) ($($process.Id))"
            }
        }
        catch { Write-Debug "Process $($process.Id) cannot be looked at." }
    }
}

function Assert-NotInUse {
    param([string] $Folder)

    foreach ($file in [System.IO.Directory]::GetFiles($Folder, '*', [System.IO.SearchOption]::AllDirectories)) {
        try {
            [System.IO.File]::SetAttributes($file, [System.IO.FileAttributes]::Normal)
            [System.IO.File]::Open($file, [System.IO.FileMode]::Open, [System.IO.FileAccess]::ReadWrite, [System.IO.FileShare]::None).Dispose()
        }
        catch {
            if ($_.Exception.GetBaseException() -isnot [System.IO.IOException]) { throw }
            $holders = @(Get-Holder $Folder) -join ', '
            if (-not $holders) { $holders = 'a program that this account cannot see' }
            Stop-Setup 6 "$file is in use by $holders. End it and run this again."
        }
    }
}

# A virus scanner may hold a new folder for a moment.
function Move-Folder {
    param([string] $From, [string] $To)

    for ($attempt = 1; ; $attempt++) {
        try { [System.IO.Directory]::Move($From, $To); return }
        catch { if ($attempt -ge $moveAttempts) { throw } }
        Start-Sleep -Milliseconds $movePauseMilliseconds
    }
}

function Remove-Folder {
    param([string] $Folder)

    if (-not (Test-Path -LiteralPath $Folder)) { return }
    foreach ($file in [System.IO.Directory]::GetFiles($Folder, '*', [System.IO.SearchOption]::AllDirectories)) {
        [System.IO.File]::SetAttributes($file, [System.IO.FileAttributes]::Normal)
    }
    [System.IO.Directory]::Delete($Folder, $true)
}

function Switch-Definition {
    param([string] $Folder, [switch] $Off)

    $names = $definitionOff, $definition
    if ($Off) { $names = $definition, $definitionOff }
    $from = Join-Path -Path $Folder -ChildPath $names[0]
    $to = Join-Path -Path $Folder -ChildPath $names[1]
    if (-not (Test-Path -LiteralPath $from)) { return }
    if (Test-Path -LiteralPath $to) { [System.IO.File]::Delete($to) }
    [System.IO.File]::Move($from, $to)
}

# Undoes what an earlier run, or a power cut in it, left half done. True when there was something.
function Repair-Interrupted {
    param([string] $Target, [string] $Staged, [string] $Retired)

    $found = (Test-Path -LiteralPath $Staged) -or (Test-Path -LiteralPath $Retired)
    Remove-Folder $Staged
    if (Test-Path -LiteralPath $Retired) {
        if (Test-Path -LiteralPath (Join-Path -Path $Target -ChildPath $definition)) { Remove-Folder $Retired }
        else {
            Remove-Folder $Target
            Move-Folder $Retired $Target
            Switch-Definition $Target
        }
    }
    $found
}

# Writes the new version beside the old one and reads it back.
function New-Stage {
    param([string] $Source, [string] $Staged, [hashtable] $Files)

    [void] [System.IO.Directory]::CreateDirectory($Staged)
    foreach ($name in @($Files.Keys | Sort-Object) + $list) {
        $to = Join-Path -Path $Staged -ChildPath $name
        [System.IO.File]::Copy((Join-Path -Path $Source -ChildPath $name), $to)
        [System.IO.File]::SetAttributes($to, [System.IO.FileAttributes]::Normal)
        # A mark of the internet keeps .NET Framework from loading it. Only Windows has it.
        if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { Unblock-File -LiteralPath $to }
    }
    $changed = @(Find-Changed $Staged $Files)
    if ($changed.Count) { Stop-Setup 7 "Not all could be written: $($changed -join ', '). Nothing was changed." }
    Switch-Definition $Staged -Off
}

# The old version leaves and the new one, if there is one, takes its place; what was done is undone where a step fails.
function Switch-Version {
    param([string] $Target, [string] $Staged, [string] $Retired)

    $off = $out = $in = $false
    try {
        if (Test-Path -LiteralPath $Target) {
            Switch-Definition $Target -Off
            $off = $true
            Move-Folder $Target $Retired
            $out = $true
        }
        if ($Staged) {
            Move-Folder $Staged $Target
            $in = $true
            Switch-Definition $Target
        }
    }
    catch {
        $reason = $_.Exception.GetBaseException().Message
        try {
            if ($in) { Move-Folder $Target $Staged }
            if ($out) { Move-Folder $Retired $Target }
            if ($off) { Switch-Definition $Target }
        }
        catch {
            $left = if (Test-Path -LiteralPath $Retired) { $Retired } else { $Target }
            Stop-Setup 8 "$reason What was there before could not be put back: $($_.Exception.GetBaseException().Message) It is in $left. Run this again when nothing holds that folder."
        }
        Stop-Setup 7 "$reason What was there before is there as it was."
    }
}

function Remove-Retired {
    param([string] $Retired)

    try { Remove-Folder $Retired; '' }
    catch { "The old files in $Retired could not all be deleted; nothing loads them. Delete the folder by hand, or run this again." }
}

function Install-Plugin {
    param([string] $Source, [string] $Root, [string] $Target, [switch] $Force, [string[]] $HostProcess, $Cmdlet)

    $package = Read-List $Source
    if (-not $package) { Stop-Setup 3 "$Source is no package: $list is missing or cannot be read. Unpack the zip anew." }
    $changed = @(Find-Changed $Source $package.Files)
    if ($changed.Count) { Stop-Setup 3 "The package is not whole: $($changed -join ', ') missing or changed. Unpack the zip anew." }

    $staged = "$Target.rmf-new"
    $retired = "$Target.rmf-old"
    $previous = Get-PreviousVersion $Target $retired
    if ($previous -eq $package.Version -and (Read-List $Target) -and -not @(Find-Changed $Target $package.Files).Count) {
        return New-Result 'Unchanged' $Target $package.Version $previous 'This version is installed, and all its files are as they should be.'
    }
    $was = ConvertTo-Number $previous
    $is = ConvertTo-Number $package.Version
    $older = $was -and $is -lt $was
    if ($older -and -not $Force) { Stop-Setup 4 "Version $previous is installed, and this is $($package.Version). -Force takes the older one." }
    Assert-NotRunning $HostProcess
    if (-not $Cmdlet.ShouldProcess($Target, "Install version $($package.Version)")) {
        return New-Result 'NotDone' $Target $package.Version $previous 'Nothing was changed.'
    }

    $details = @()
    if (-not (Test-Path -LiteralPath (Split-Path -Path $Root))) { $details += "There was no folder $(Split-Path -Path $Root): Smart Client may not be on this machine." }
    [void] [System.IO.Directory]::CreateDirectory($Root)
    if (Repair-Interrupted $Target $staged $retired) { $details += 'An installation that had been cut off was undone first.' }
    try {
        try { New-Stage $Source $staged $package.Files }
        catch {
            if ($_.Exception.GetBaseException() -isnot [System.IO.IOException]) { throw }
            Stop-Setup 7 "$($_.Exception.GetBaseException().Message) Nothing was changed."
        }
        if (Test-Path -LiteralPath $Target) { Assert-NotInUse $Target }
        Switch-Version $Target $staged $retired
    }
    finally {
        # Left over where something failed; nothing loads it.
        try { Remove-Folder $staged } catch { Write-Debug "$staged stays." }
    }
    $details += @(Remove-Retired $retired)
    $result = if (-not $previous) { 'Installed' } elseif ($older) { 'Downgraded' } elseif ($was -eq $is) { 'Repaired' } else { 'Upgraded' }
    New-Result $result $Target $package.Version $previous (($details + 'It is loaded when Smart Client starts.' | Where-Object { $_ }) -join ' ')
}

function Uninstall-Plugin {
    param([string] $Root, [string] $Target, [string[]] $HostProcess, $Cmdlet)

    $retired = "$Target.rmf-old"
    if (-not (Test-Path -LiteralPath $Target) -and -not (Test-Path -LiteralPath $retired)) {
        return New-Result 'NotInstalled' $Target '' '' 'There was nothing to remove.'
    }
    $previous = Get-PreviousVersion $Target $retired
    Assert-NotRunning $HostProcess
    if (-not $Cmdlet.ShouldProcess($Target, "Remove version $previous")) { return New-Result 'NotDone' $Target '' $previous 'Nothing was changed.' }
    [void] (Repair-Interrupted $Target "$Target.rmf-new" $retired)
    # A process that was started in the folder holds it.
    [System.Environment]::CurrentDirectory = $Root
    Assert-NotInUse $Target
    Switch-Version $Target '' $retired
    New-Result 'Removed' $Target '' $previous "$(Remove-Retired $retired) Settings and the policy's copies of the users stay.".Trim()
}

function Invoke-Setup {
    param([string] $Source, [string] $Path, [switch] $Uninstall, [switch] $Force, [string[]] $HostProcess, $Cmdlet)

    $target = ''
    try {
        if (-not $Path) {
            # The 64-bit folder, whatever PowerShell runs this.
            $programs = if ($env:ProgramW6432) { $env:ProgramW6432 } else { $env:ProgramFiles }
            if (-not $programs) { Stop-Setup 1 'This machine has no %ProgramFiles%. Name the MIPPlugins folder with -Path.' }
            $Path = [System.IO.Path]::Combine($programs, 'Milestone', 'MIPPlugins')
        }
        $root = $Cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path).TrimEnd([System.IO.Path]::DirectorySeparatorChar)
        $target = Join-Path -Path $root -ChildPath 'Rmf'
        if (-not (Test-Own $target)) { Stop-Setup 9 "$target holds something else than this plugin. It is left alone." }
        if ($Uninstall) { return Uninstall-Plugin -Root $root -Target $target -HostProcess $HostProcess -Cmdlet $Cmdlet }
        if ([string]::Equals($Source, $target, [System.StringComparison]::OrdinalIgnoreCase)) {
            Stop-Setup 9 "This is the installed plugin itself. Run install.ps1 of an unpacked package, or remove the plugin with -Uninstall."
        }
        Install-Plugin -Source $Source -Root $root -Target $target -Force:$Force -HostProcess $HostProcess -Cmdlet $Cmdlet
    }
    catch {
        $exception = $_.Exception.GetBaseException()
        $code = if ($exception.Data.Contains('Code')) { $exception.Data['Code'] } elseif ($exception -is [System.UnauthorizedAccessException]) { 5 } else { 1 }
        $advice = if ($code -eq 5) { ' Run this as administrator.' } else { '' }
        $result = if ($code -in 2, 3, 4, 5, 6, 9) { 'Refused' } else { 'Failed' }
        New-Result $result $target '' '' "$($exception.Message)$advice" $code
    }
}

# Dot-sourced, it brings its functions and does nothing.
if ($MyInvocation.InvocationName -ne '.') {
    $done = Invoke-Setup -Source $PSScriptRoot -Path $Path -Uninstall:$Uninstall -Force:$Force -HostProcess $HostProcess -Cmdlet $PSCmdlet
    $done
    exit $done.ExitCode
}
