Describe 'The log of a run' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
    }

    BeforeEach {
        $null = Start-Lab $TestDrive
    }

    AfterEach {
        Stop-Lab
        Remove-Item -Path "$TestDrive/*" -Recurse -ErrorAction Ignore
    }

    It 'is empty before the first run, and that is no error' {
        Get-RmfLog | Should -BeNullOrEmpty
        Export-RmfLog "$TestDrive/none.zip" -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'RunNotFound,*'
        "$TestDrive/none.zip" | Should -Not -Exist
    }

    It 'tells what the run did, and each request on demand' {
        Sync-RmfSite 6> $null | Out-Null
        $lines = Get-RmfLog
        $lines.Level | Sort-Object -Unique | Should -Not -Contain 'Detail'
        ($lines | Where-Object Text -Like 'Apply: *').Count | Should -BeGreaterThan 9
        $lines[-1].Text | Should -BeLike 'The run ended InWantedState*'
        (Get-RmfLog -Level Detail | Where-Object Level -EQ Detail).Count | Should -BeGreaterThan 20
        (Get-RmfRun | Get-RmfLog).Count | Should -Be $lines.Count
        $lines | Format-Table | Out-String -Width 160 | Should -Match 'Information Apply: '
    }

    It 'tells what failed as an error' {
        Set-RmfSimulator inland -Fault ErrorStatus -Status 500 -Method PATCH -Count 1
        Sync-RmfSite 6> $null -ErrorAction SilentlyContinue | Out-Null
        Get-RmfLog -Level Error | Should -Not -BeNullOrEmpty
    }

    It 'goes into one archive that can be sent' {
        Sync-RmfSite 6> $null | Out-Null
        $file = Export-RmfLog "$TestDrive/run.zip"
        $file.FullName | Should -Exist
        [System.IO.Compression.ZipFile]::ExtractToDirectory($file.FullName, "$TestDrive/run")
        (Get-ChildItem -Path "$TestDrive/run").Name | Sort-Object | Should -Be 'journal.jsonl', 'policy.yaml', 'run.log', 'versions.txt'
        Get-Content -Path "$TestDrive/run/versions.txt" -Raw | Should -Match 'RMF.PowerShell \d'
        { Export-RmfLog "$TestDrive/run.zip" -ErrorAction Stop } | Should -Throw '*exists already*'
        Export-RmfLog "$TestDrive/run.zip" -Force | Should -Not -BeNullOrEmpty
    }
}

Describe 'Secrets' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
    }

    It 'stand in no artefact of a session: transcript, verbose and debug lines, errors with their data, plan, state, journal, log, archive' {
        $shell = [powershell]::Create()
        $script = {
            param($Manifest, $Lab, $Folder)

            . $Lab
            $null = Start-Lab $Folder
            $VerbosePreference = $DebugPreference = 'Continue'
            $null = Start-Transcript -Path "$Folder/transcript.txt"
            New-RmfPlan -OutFile "$Folder/plan.json" | Out-Null
            Set-RmfSimulator inland -Fault ErrorStatus -Status 500 -Method PATCH -Count 2
            Set-RmfSimulator inland -Fault ResetAfterEffect -Method POST -RequestPath '*AddHardware*' -Count 1
            Sync-RmfSite -ErrorAction Continue | Out-Null
            $new = [securestring]::new(); 'n3w-Dev!ce'.ToCharArray() | ForEach-Object { $new.AppendChar($_) }
            Set-RmfHardwarePassword 'Gate 1' -Password $new -Force -ErrorAction Continue | Out-Null
            Sync-RmfSite -ErrorAction Continue | Out-Null
            Export-RmfLog "$Folder/run.zip" | Out-Null
            $null = Stop-Transcript
            Get-ChildItem -Path env:RMF_*_PASSWORD | ForEach-Object Value
            'n3w-Dev!ce'
            $Error | ForEach-Object { $_ | Format-List * -Force | Out-String; $_.Exception | Format-List * -Force | Out-String; $_.Exception.Data | Out-String } | Set-Content -Path "$Folder/errors.txt"
            Stop-Lab
        }
        [void] $shell.AddScript("Import-Module '$manifest'").AddStatement().AddScript($script).AddArgument($manifest).AddArgument("$PSScriptRoot/Lab.ps1").AddArgument("$TestDrive")
        $passwords = $shell.Invoke() | Where-Object { $_ -is [string] -or $_.BaseObject -is [string] }
        @($passwords).Count | Should -Be 3
        foreach ($stream in 'Verbose', 'Debug', 'Warning', 'Information', 'Error') {
            Set-Content -Path "$TestDrive/$stream.txt" -Value ($shell.Streams.$stream | Out-String -Width 4000)
        }
        (Get-Content -Path "$TestDrive/Verbose.txt" -Raw).Length | Should -BeGreaterThan 500
        (Get-Content -Path "$TestDrive/Debug.txt" -Raw).Length | Should -BeGreaterThan 500
        [System.IO.Compression.ZipFile]::ExtractToDirectory("$TestDrive/run.zip", "$TestDrive/run")
        $files = Get-ChildItem -Path $TestDrive -Recurse -File | Where-Object Extension -NotIn '.zip', '.lock'
        $files.Count | Should -BeGreaterThan 9
        foreach ($file in $files) {
            $text = Get-Content -LiteralPath $file.FullName -Raw
            foreach ($password in $passwords) {
                if ($text -and $text.Contains([string] $password)) { throw "$($file.Name) holds a password" }
            }
            if ($text) { $text | Should -Not -Match 'eyJ[\w-]+\.' }
        }
    }
}
