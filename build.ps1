<#
.SYNOPSIS
Builds, tests or packs the module, and packs the Smart Client plugin. Runs in Windows PowerShell 5.1 and PowerShell 7; needs the .NET SDK of global.json and no other module.
.EXAMPLE
./build.ps1
Builds the module into out/module/RMF.PowerShell; import it with: Import-Module ./out/module/RMF.PowerShell
.EXAMPLE
./build.ps1 -Task Test
.EXAMPLE
./build.ps1 -Task Pack
Writes out/RMF.PowerShell.<version>.zip (unpack it into a folder of $env:PSModulePath) and out/RMF.PowerShell.<version>.nupkg (for a repository of your own).
.EXAMPLE
./build.ps1 -Task Plugin
Makes out/plugin/Rmf and out/RMF.SmartClient.<version>.zip, which holds that folder: unpack it, and run the install.ps1 in it on a machine with Smart Client.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack', 'Plugin')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$moduleFolder = [System.IO.Path]::Combine($PSScriptRoot, 'out', 'module', 'RMF.PowerShell')
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) ended with exit code $LASTEXITCODE." }
}

function Build-Module {
    Invoke-Dotnet build (Join-Path -Path $PSScriptRoot -ChildPath 'src/RMF.PowerShell/RMF.PowerShell.csproj') --configuration $Configuration -v quiet
    & (Join-Path -Path $PSScriptRoot -ChildPath 'eng/New-ModuleHelp.ps1') -ModuleFolder $moduleFolder
    Write-Host "The module is in $moduleFolder"
}

# A zip by name, because Compress-Archive of Windows PowerShell writes backslashes into the paths.
function New-Package {
    param([string] $Path, [hashtable] $Content)

    Add-Type -AssemblyName System.IO.Compression
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    if (Test-Path -Path $Path) { Remove-Item -Path $Path }
    $archive = [System.IO.Compression.ZipFile]::Open($Path, [System.IO.Compression.ZipArchiveMode]::Create)
    try {
        foreach ($name in $Content.Keys | Sort-Object) {
            if ($Content[$name] -is [System.IO.FileInfo]) {
                [void] [System.IO.Compression.ZipFileExtensions]::CreateEntryFromFile($archive, $Content[$name].FullName, $name)
            }
            else {
                $writer = New-Object System.IO.StreamWriter ($archive.CreateEntry($name).Open())
                try { $writer.Write($Content[$name]) } finally { $writer.Dispose() }
            }
        }
    }
    finally { $archive.Dispose() }

    Write-Host "Packed $Path"
}

function Pack-Module {
    $manifest = Import-PowerShellDataFile -Path (Join-Path -Path $moduleFolder -ChildPath 'RMF.PowerShell.psd1')
    $version = $manifest.ModuleVersion
    $files = @{}
    foreach ($file in Get-ChildItem -Path $moduleFolder -Recurse -File) {
        $files[$file.FullName.Substring($moduleFolder.Length + 1).Replace('\', '/')] = $file
    }

    $zip = @{}
    foreach ($name in $files.Keys) { $zip["RMF.PowerShell/$version/$name"] = $files[$name] }
    New-Package -Path (Join-Path -Path $PSScriptRoot -ChildPath "out/RMF.PowerShell.$version.zip") -Content $zip

    $escape = { [System.Security.SecurityElement]::Escape($args[0]) }
    $package = $files.Clone()
    $package['RMF.PowerShell.nuspec'] = @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>RMF.PowerShell</id>
    <version>$version</version>
    <authors>$(& $escape $manifest.Author)</authors>
    <description>$(& $escape $manifest.Description)</description>
    <licenseUrl>$($manifest.PrivateData.PSData.LicenseUri)</licenseUrl>
    <tags>PSModule $($manifest.PrivateData.PSData.Tags -join ' ')</tags>
  </metadata>
</package>
"@
    $package['_rels/.rels'] = @"
<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/RMF.PowerShell.nuspec" Id="manifest" />
</Relationships>
"@
    $types = $files.Values | ForEach-Object { $_.Extension.TrimStart('.') } | Where-Object { $_ } | Sort-Object -Unique
    $defaults = @('rels', 'nuspec') + $types | ForEach-Object {
        $type = if ($_ -eq 'rels') { 'application/vnd.openxmlformats-package.relationships+xml' } else { 'application/octet' }
        "  <Default Extension=`"$_`" ContentType=`"$type`" />"
    }
    $overrides = $files.Keys | Where-Object { -not $files[$_].Extension } | ForEach-Object { "  <Override PartName=`"/$_`" ContentType=`"application/octet`" />" }
    $package['[Content_Types].xml'] = @"
<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
$((@($defaults) + @($overrides)) -join "`n")
</Types>
"@
    New-Package -Path (Join-Path -Path $PSScriptRoot -ChildPath "out/RMF.PowerShell.$version.nupkg") -Content $package
}

function Pack-Plugin {
    Invoke-Dotnet build (Join-Path -Path $PSScriptRoot -ChildPath 'src/RMF.SmartClient/RMF.SmartClient.csproj') --configuration $Configuration -v quiet
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'out', 'plugin', 'Rmf')
    $version = ([System.IO.File]::ReadAllText((Join-Path -Path $folder -ChildPath 'RMF.SmartClient.json')) | ConvertFrom-Json).version
    $zip = @{}
    foreach ($file in Get-ChildItem -Path $folder -File) { $zip["Rmf/$($file.Name)"] = $file }
    New-Package -Path (Join-Path -Path $PSScriptRoot -ChildPath "out/RMF.SmartClient.$version.zip") -Content $zip
    Write-Host "The plugin is in $folder"
}

switch ($Task) {
    'Build' { Build-Module }
    'Test' { Invoke-Dotnet test (Join-Path -Path $PSScriptRoot -ChildPath 'RMF.PowerShell.sln') }
    'Pack' { Build-Module; Pack-Module }
    'Plugin' { Pack-Plugin }
}
