<#
.SYNOPSIS
Compares two tables of cameras as scripts commonly do, and says as JSON what was found and how long the comparison alone took.
.DESCRIPTION
Keyed:  a hashtable by key, then one Compare-Object for each pair of rows.
Whole:  one Compare-Object over both tables, the key among the properties.
Nested: for each row a Where-Object over the other table.
Reading the files is not timed. A first pass over a few rows, not timed either, compiles what is to be compiled.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Primary,
    [Parameter(Mandatory)] [string] $Secondary,
    [Parameter(Mandatory)] [ValidateSet('Keyed', 'Whole', 'Nested')] [string] $Method
)

$ErrorActionPreference = 'Stop'

function Compare-Keyed($left, $right, $properties) {
    $missing = 0
    $different = 0
    $index = @{}
    foreach ($row in $right) { $index[$row.Key] = $row }
    foreach ($row in $left) {
        $other = $index[$row.Key]
        if ($null -eq $other) { $missing++ }
        elseif (Compare-Object -ReferenceObject $row -DifferenceObject $other -Property $properties) { $different++ }
    }

    return $missing, $different
}

function Compare-Whole($left, $right, $properties) {
    $groups = @(Compare-Object -ReferenceObject $left -DifferenceObject $right -Property (@('Key') + $properties) | Group-Object -Property Key -NoElement)
    return @($groups | Where-Object Count -EQ 1).Count, @($groups | Where-Object Count -EQ 2).Count
}

function Compare-Nested($left, $right, $properties) {
    $missing = 0
    $different = 0
    foreach ($row in $left) {
        $other = $right | Where-Object { $_.Key -eq $row.Key }
        if ($null -eq $other) { $missing++ }
        elseif ($properties | Where-Object { $row.$_ -ne $other.$_ }) { $different++ }
    }

    return $missing, $different
}

$left = @(Import-Csv -LiteralPath $Primary)
$right = @(Import-Csv -LiteralPath $Secondary)
$properties = @($left[0].PSObject.Properties.Name | Where-Object { $_ -ne 'Key' })
$compare = Get-Command -Name "Compare-$Method" -CommandType Function
$null = & $compare @($left[0..19]) @($right[0..19]) $properties

$watch = [System.Diagnostics.Stopwatch]::StartNew()
$missing, $different = & $compare $left $right $properties
$watch.Stop()
@{ milliseconds = $watch.Elapsed.TotalMilliseconds; missing = $missing; different = $different } | ConvertTo-Json -Compress
