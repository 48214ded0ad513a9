<#
.SYNOPSIS
Runs the validation kit on a policy and writes JUnit XML. Reads only. The exit code is the number of failed tests, 255 at most.
.EXAMPLE
./Invoke-Validation.ps1 -Policy ./harbour.yaml -OutFile ./rmf.junit.xml
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Policy,
    [string] $OutFile = './rmf.junit.xml',
    # The built module, where it is not on PSModulePath.
    [string] $Module = 'RMF.PowerShell'
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0
Import-Module $Module
$configuration = New-PesterConfiguration
$configuration.Run.Container = New-PesterContainer -Path (Join-Path -Path $PSScriptRoot -ChildPath 'Rmf.Tests.ps1') -Data @{ Policy = (Resolve-Path -Path $Policy).Path }
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'
$configuration.TestResult.Enabled = $true
$configuration.TestResult.OutputFormat = 'JUnitXml'
$configuration.TestResult.OutputPath = $OutFile
$result = Invoke-Pester -Configuration $configuration
exit [Math]::Min($result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount, 255)
