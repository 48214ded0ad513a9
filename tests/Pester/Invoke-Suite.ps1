<#
.SYNOPSIS
Runs every *.Tests.ps1 of this folder in this process. The module must have been laid out (dotnet build) before.
#>
param(
    # Where the results go, in JUnit form.
    [string] $ResultFile,
    # Only these files, e.g. Import*.
    [string] $Filter = '*'
)

$ErrorActionPreference = 'Stop'
Import-Module -Name Pester -MinimumVersion 5.0
$root = Split-Path -Path (Split-Path -Path $PSScriptRoot)
& (Join-Path -Path $root -ChildPath 'eng/New-ModuleHelp.ps1')

$configuration = New-PesterConfiguration
$configuration.Run.Path = @(Get-ChildItem -Path $PSScriptRoot -Filter "$Filter.Tests.ps1" | ForEach-Object FullName)
$configuration.Output.Verbosity = 'Detailed'
$configuration.Run.Exit = $true
if ($ResultFile) {
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputFormat = 'JUnitXml'
    $configuration.TestResult.OutputPath = $ResultFile
}

# The tests see errors as a user does.
$ErrorActionPreference = 'Continue'
Invoke-Pester -Configuration $configuration
