@{
    RootModule           = 'RMF.PowerShell.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '45f45673-d167-5dc6-bf48-a3cb491013f3'
    Author               = 'The RMF.PowerShell contributors'
    CompanyName          = 'The RMF.PowerShell contributors'
    Copyright            = '(c) The RMF.PowerShell contributors. MIT licence.'
    Description          = 'Keeps two Milestone XProtect sides redundant: every protected camera recorded twice, their configurations equal, drift found and repaired. One YAML policy says how. Start-RmfSimulator brings simulated sites to learn on.'
    CompatiblePSEditions = @('Desktop', 'Core')
    PowerShellVersion    = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess     = @('RMF.PowerShell.Format.ps1xml')
    TypesToProcess       = @('RMF.PowerShell.Types.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    # One a line, sorted; a test compares the list with the assembly.
    CmdletsToExport      = @(
        'Add-RmfCamera'
        'Assert-RmfSite'
        'Compare-RmfSite'
        'Connect-RmfSite'
        'Disconnect-RmfSite'
        'Export-RmfLog'
        'Export-RmfPolicy'
        'Export-RmfWorld'
        'Get-RmfCamera'
        'Get-RmfHardware'
        'Get-RmfInventory'
        'Get-RmfJournal'
        'Get-RmfLog'
        'Get-RmfPair'
        'Get-RmfPlan'
        'Get-RmfPolicy'
        'Get-RmfRecorder'
        'Get-RmfRun'
        'Get-RmfSimulator'
        'Get-RmfSite'
        'Get-RmfStream'
        'Import-RmfPolicy'
        'Invoke-RmfPlan'
        'Move-RmfCamera'
        'New-RmfPlan'
        'New-RmfPolicy'
        'Remove-RmfCamera'
        'Repair-RmfInconsistency'
        'Resume-RmfPlan'
        'Set-RmfDirection'
        'Set-RmfHardwarePassword'
        'Set-RmfSimulator'
        'Set-RmfStreamSelection'
        'Start-RmfSimulator'
        'Stop-RmfSimulator'
        'Sync-RmfCamera'
        'Sync-RmfDeviceGroup'
        'Sync-RmfHardware'
        'Sync-RmfInput'
        'Sync-RmfMetadata'
        'Sync-RmfMicrophone'
        'Sync-RmfOutput'
        'Sync-RmfRole'
        'Sync-RmfSite'
        'Sync-RmfSpeaker'
        'Sync-RmfView'
        'Test-RmfInconsistency'
        'Test-RmfJournal'
        'Test-RmfPlan'
        'Test-RmfPolicy'
        'Test-RmfSite'
        'Update-RmfHardware'
    )
    PrivateData          = @{
        PSData = @{
            Tags       = @('Milestone', 'XProtect', 'VMS', 'redundancy', 'failover', 'video', 'Windows', 'Linux', 'PSEdition_Core', 'PSEdition_Desktop')
            LicenseUri = 'https://opensource.org/licenses/MIT'
        }
    }
}
