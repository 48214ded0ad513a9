# Dot-sourced by the tests of the plugin's package: a small package with the real installer, and what a folder holds.
$root = Split-Path -Path (Split-Path -Path $PSScriptRoot)
$packageSource = Join-Path -Path $root -ChildPath 'src/RMF.SmartClient/Package'

# A package of a version in a new folder. The libraries are texts that tell their version: nobody loads them here.
function New-TestPackage {
    param([string] $Folder, [string] $Version)

    $null = New-Item -Path $Folder -ItemType Directory
    Copy-Item -Path "$packageSource/install.ps1", "$packageSource/plugin.def" -Destination $Folder
    foreach ($name in 'RMF.Core.dll', 'RMF.SmartClient.dll', 'YamlDotNet.dll') { Set-Content -Path "$Folder/$name" -Value "$name $Version" }
    $files = [ordered]@{}
    foreach ($file in Get-ChildItem -Path $Folder) { $files[$file.Name] = (Get-FileHash -Path $file.FullName -Algorithm SHA256).Hash }
    @{ package = 'RMF.SmartClient'; version = $Version; files = $files } | ConvertTo-Json | Set-Content -Path "$Folder/RMF.SmartClient.json"
    $Folder
}

# Names and hashes of all below a folder.
function Get-Content256 {
    param([string] $Folder)

    Get-ChildItem -Path $Folder -Recurse -File -Force | Sort-Object -Property FullName |
        ForEach-Object { "$($_.FullName.Substring($Folder.Length)) $((Get-FileHash -Path $_.FullName).Hash)" }
}

# Runs the installer of a package as its own process would be judged: by its object and its exit code.
function Invoke-Installer {
    param([string] $Package, [hashtable] $Argument = @{})

    $answer = & "$Package/install.ps1" @Argument
    $answer.ExitCode | Should -Be $LASTEXITCODE
    $answer
}
