# Dot-sourced by the test files: the built module, and the cmdlets that exist for tests only.
$root = Split-Path -Path (Split-Path -Path $PSScriptRoot)
$moduleFolder = Join-Path -Path $root -ChildPath 'out/module/RMF.PowerShell'
$manifest = Join-Path -Path $moduleFolder -ChildPath 'RMF.PowerShell.psd1'
if (-not (Get-Module -Name RMF.PowerShell)) {
    Import-Module -Name $manifest
}

# The cmdlet assembly, for its load context and its types.
function Get-CmdletAssembly {
    [System.AppDomain]::CurrentDomain.GetAssemblies() |
        Where-Object { $_.GetName().Name -eq 'RMF.PowerShell' -and $_.Location.StartsWith($moduleFolder) } |
        Select-Object -First 1
}

# Write-, Set-, Wait- and Assert-RmfProbe.
function Import-TestCmdlet {
    $file = Get-ChildItem -Path (Join-Path -Path $root -ChildPath 'tests/RMF.PowerShell.TestCmdlets/bin') -Recurse -Filter RMF.PowerShell.TestCmdlets.dll |
        Sort-Object -Property LastWriteTime | Select-Object -Last 1
    $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext((Get-CmdletAssembly))
    Import-Module -Assembly $context.LoadFromAssemblyPath($file.FullName) -Global
}

# Runs a script in a pwsh of its own and gives its output; for what must not happen in this process.
function Invoke-FreshPwsh {
    param([scriptblock] $Script, [object[]] $ArgumentList)

    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $Script -args $ArgumentList
}

# A test before may have left the process in a folder that is gone.
[System.Environment]::CurrentDirectory = [System.IO.Path]::GetTempPath()
