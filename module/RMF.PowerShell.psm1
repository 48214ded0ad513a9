# PowerShell 7.4 and later: the assemblies live in a load context of their own (core/).
# Windows PowerShell 5.1 has no load contexts: the netstandard2.0 build is imported as it is (desktop/).
if ($PSEdition -eq 'Core') {
    if ($PSVersionTable.PSVersion -lt [version]'7.4') {
        throw "RMF.PowerShell needs PowerShell 7.4 or later, or Windows PowerShell 5.1. This is $($PSVersionTable.PSVersion)."
    }

    $core = Join-Path -Path $PSScriptRoot -ChildPath 'core'
    $null = [System.Reflection.Assembly]::LoadFrom((Join-Path -Path $core -ChildPath 'RMF.PowerShell.Loader.dll'))
    $inner = Import-Module -Assembly ([RMF.PowerShell.Loader.ModuleLoader]::Load($core)) -PassThru
}
else {
    $inner = Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'desktop/RMF.PowerShell.dll') -PassThru
}

# Without this the inner module outlives the outer one, and Import-Module -Force brings a module without cmdlets.
$ExecutionContext.SessionState.Module.OnRemove = { Remove-Module -ModuleInfo $inner -Force }
