Describe 'The simulator cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"

        # A token of a simulated site, by the credential that the cmdlet gave.
        function Get-Token {
            param($Simulator)

            $login = @{ grant_type = 'password'; username = $Simulator.Credential.UserName; password = $Simulator.Credential.GetNetworkCredential().Password; client_id = 'GrantValidatorClient' }
            (Invoke-RestMethod -Uri "$($Simulator.BaseUri)API/IDP/connect/token" -Method Post -Body $login).access_token
        }

        function Get-SimulatedCamera {
            param($Simulator, [string] $Name)

            $cameras = Invoke-RestMethod -Uri "$($Simulator.BaseUri)api/rest/v1/cameras?disabled" -Headers @{ Authorization = "Bearer $(Get-Token $Simulator)" }
            $cameras.array | Where-Object displayName -EQ $Name
        }

        # True where something on this machine accepts connections on a port.
        function Test-OpenPort {
            param([int] $Port)

            $client = [System.Net.Sockets.TcpClient]::new()
            try {
                $client.Connect('127.0.0.1', $Port)
                $true
            }
            catch [System.Net.Sockets.SocketException] {
                $false
            }
            finally {
                $client.Dispose()
            }
        }
    }

    AfterEach {
        Stop-RmfSimulator
        Get-ChildItem -Path env:RMF_*_PASSWORD | Remove-Item
    }

    It 'starts the harbour, which answers and lets its user in' {
        $sites = Start-RmfSimulator
        $sites.Site | Should -Be 'harbour', 'inland'
        $sites.Side | Should -Be 'Primary', 'Secondary'
        $sites[0].Cameras | Should -Be 40
        $sites[0].Recorders.Recorder | Should -Be 'REC-A1', 'REC-A2'
        Get-Token $sites[0] | Should -Not -BeNullOrEmpty
        (Get-RmfSimulator harbour).Requests | Should -BeGreaterThan 0
    }

    It 'listens on the ports that it is given, one after the other' {
        $free = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $free.Start(); $port = $free.LocalEndpoint.Port; $free.Stop()
        (Start-RmfSimulator -Port $port -Site harbour).BaseUri.Port | Should -Be $port
    }

    It 'says that a port is taken, and how to go on' {
        $taken = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $taken.Start()
        try {
            $thrown = { Start-RmfSimulator -Port $taken.LocalEndpoint.Port } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike 'PortTaken,*'
            $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
        finally { $taken.Stop() }
    }

    It 'starts one side by its side' {
        (Start-RmfSimulator -Site secondary).Site | Should -Be 'inland'
    }

    It 'makes up a world of a size' {
        $sites = Start-RmfSimulator -Camera 50 -Missing 0.2
        $sites[0].Cameras | Should -Be 50
        $sites[1].Cameras | Should -BeLessThan 50
    }

    It 'reads a world file by PowerShell''s location' {
        Copy-Item -Path "$root/examples/worlds/minimal.yaml" -Destination "$TestDrive/small.yaml"
        Push-Location -Path $TestDrive
        try { @(Start-RmfSimulator ./small.yaml).Count | Should -BeGreaterThan 0 } finally { Pop-Location }
    }

    It 'reads a list of hardware' {
        Set-Content -Path "$TestDrive/list.csv" -Value 'Name,Address,RecordingServer,Model', 'Gate,http://10.0.0.5/,REC-1,AXIS P3265-LVE', 'Fence,http://10.0.0.6/,REC-1,AXIS P3265-LVE'
        $sites = Start-RmfSimulator "$TestDrive/list.csv"
        $sites[0].Cameras | Should -BeGreaterOrEqual 2
    }

    It 'reports a world that is not there: <World>' -ForEach @(@{ World = 'nowhere' }, @{ World = './nowhere.yaml' }) {
        $thrown = { Start-RmfSimulator $World } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeLike 'WorldNotFound,*'
        $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'reports a world that is no world, with its place' {
        Set-Content -Path "$TestDrive/bad.yaml" -Value 'world: bad', 'nonsense: 1'
        $thrown = { Start-RmfSimulator "$TestDrive/bad.yaml" } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeLike 'WorldInvalid,*'
        $thrown.Exception.Message | Should -Match 'bad\.yaml:\d+:\d+'
    }

    It 'starts no site twice, and goes on with the others' {
        $null = Start-RmfSimulator -Site harbour
        $sites = Start-RmfSimulator -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SimulatorRunning,*'
        $sites.Site | Should -Be 'inland'
    }

    It 'stops by name, and frees the port' {
        $sites = Start-RmfSimulator
        Stop-RmfSimulator inland
        (Get-RmfSimulator).Site | Should -Be 'harbour'
        { Invoke-RestMethod -Uri "$($sites[1].BaseUri)api/.well-known/uris" -TimeoutSec 5 } | Should -Throw
        Get-RmfSimulator | Stop-RmfSimulator
        Get-RmfSimulator | Should -BeNullOrEmpty
    }

    It 'does nothing with -WhatIf' {
        Start-RmfSimulator -WhatIf | Should -BeNullOrEmpty
        $null = Start-RmfSimulator -Site harbour
        Stop-RmfSimulator -WhatIf
        (Get-RmfSimulator).Site | Should -Be 'harbour'
    }

    It 'stops with the runspace that started it' {
        $shell = [powershell]::Create()
        $uri = $shell.AddScript("Import-Module '$manifest'; (Start-RmfSimulator -Site harbour).BaseUri").Invoke()[0]
        Invoke-RestMethod -Uri "${uri}api/.well-known/uris" | Should -Not -BeNullOrEmpty
        Get-RmfSimulator | Should -BeNullOrEmpty
        $shell.Runspace.Close()
        { Invoke-RestMethod -Uri "${uri}api/.well-known/uris" -TimeoutSec 5 } | Should -Throw
        $shell.Dispose()
    }

    It 'sets and clears faults' {
        $site = Start-RmfSimulator -Site inland
        (Set-RmfSimulator inland -Latency 20ms -RecorderOffline REC-B1 -PassThru).Faults.Count | Should -Be 2
        (Set-RmfSimulator inland -ClearFault -Fault ErrorStatus -Status 503 -Count 1 -PassThru).Faults.Count | Should -Be 1
        { Invoke-RestMethod -Uri "$($site.BaseUri)api/.well-known/uris" } | Should -Throw '*503*'
        Invoke-RestMethod -Uri "$($site.BaseUri)api/.well-known/uris" | Should -Not -BeNullOrEmpty
        $site | Set-RmfSimulator -ClearFault
        (Get-RmfSimulator inland).Faults | Should -BeNullOrEmpty
    }

    It 'sets faults of live streams for recorders and cameras' {
        $null = Start-RmfSimulator -Site inland
        Set-RmfSimulator inland -Fault StreamKill -Target REC-B1, 'Gate 1'
        (Get-RmfSimulator inland).Faults | Should -Be 'StreamKill REC-B1', 'StreamKill Gate 1'
        Set-RmfSimulator inland -ClearFault -Fault StreamThrottle -BytesPerSecond 500
        (Get-RmfSimulator inland).Faults | Should -Be 'StreamThrottle 500 B/s'
        Set-RmfSimulator inland -ClearFault -Fault StreamJitter -Jitter 100ms
        (Get-RmfSimulator inland).Faults | Should -Be 'StreamJitter jitter 100 ms'
        Set-RmfSimulator inland -ClearFault -Fault FrameLoss -Probability 0.25
        (Get-RmfSimulator inland).Faults | Should -BeLike 'FrameLoss 25*'
    }

    It 'closes the port of a recorder that is killed, and opens it again' {
        $site = Start-RmfSimulator -Site inland
        $port = ($site.Recorders | Where-Object Recorder -EQ 'REC-B1').Port
        Test-OpenPort $port | Should -BeTrue
        Set-RmfSimulator inland -Fault StreamKill -Target REC-B1
        Test-OpenPort $port | Should -BeFalse
        Set-RmfSimulator inland -ClearFault
        Test-OpenPort $port | Should -BeTrue
    }

    It 'takes a duration as policies write it, also where PowerShell would see a number: <Text>' -ForEach @(
        @{ Text = '30s'; Milliseconds = 30000 }
        @{ Text = '"30s"'; Milliseconds = 30000 }
        @{ Text = '200ms'; Milliseconds = 200 }
        @{ Text = '2d'; Milliseconds = 172800000 }
        @{ Text = '1.5m'; Milliseconds = 90000 }
        @{ Text = '([timespan]::FromSeconds(3))'; Milliseconds = 3000 }
    ) {
        $null = Start-RmfSimulator -Site inland
        & ([scriptblock]::Create("Set-RmfSimulator inland -Latency $Text"))
        (Get-RmfSimulator).Faults | Should -Be "Latency $Milliseconds ms"
    }

    It 'takes no bare number for a duration' {
        $null = Start-RmfSimulator -Site inland
        { Set-RmfSimulator inland -Latency 200 } | Should -Throw '*500ms*'
    }

    It 'changes what a site holds' {
        $site = Start-RmfSimulator -Site inland
        (Get-SimulatedCamera $site 'Gate 1').enabled | Should -BeTrue
        Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $false -WhatIf
        (Get-SimulatedCamera $site 'Gate 1').enabled | Should -BeTrue
        Set-RmfSimulator inland -Camera 'Gate 1' -Property enabled -Value $false
        (Get-SimulatedCamera $site 'Gate 1').enabled | Should -BeFalse
        Set-RmfSimulator inland -Hardware 'Gate 1' -Resource hardware -Remove
        Get-SimulatedCamera $site 'Gate 1' | Should -BeNullOrEmpty
    }

    It 'takes recordings of a camera away and says so, and refuses what cannot be' {
        $null = Start-RmfSimulator -Site inland
        $now = [DateTimeOffset]::UtcNow
        Set-RmfSimulator inland -Camera 'Gate 1' -RecordingGap -From $now.AddHours(-2) -To $now.AddHours(-1) -WhatIf
        Set-RmfSimulator inland -Camera 'Gate 1' -RecordingGap -From $now.AddHours(-2) -To $now.AddHours(-1) -PassThru | Should -Not -BeNullOrEmpty
        Set-RmfSimulator inland -Camera 'Gate 1' -RecordingFill -From $now.AddHours(-2) -To $now.AddMinutes(-90)
        Set-RmfSimulator inland -Camera 'Gate 1' -EdgeGap -From $now.AddHours(-2) -To $now.AddHours(-1)
        Set-RmfSimulator inland -Camera 'Gate 1' -RecordingGap -From $now -To $now.AddHours(-1) -ErrorVariable problems -ErrorAction SilentlyContinue
        Set-RmfSimulator inland -Camera 'Gate 99' -RecordingGap -From $now.AddHours(-1) -To $now -ErrorVariable +problems -ErrorAction SilentlyContinue
        $problems.Count | Should -Be 2
        $problems.FullyQualifiedErrorId | Should -BeLike 'SimulatorRefused*'
    }

    It 'sets a fault for one recording server''s own requests' {
        $null = Start-RmfSimulator -Site inland
        (Set-RmfSimulator inland -Fault ErrorStatus -RequestPath '*#SequencesGet' -Target REC-B1 -PassThru).Faults | Should -BeLike '*REC-B1*'
        Set-RmfSimulator inland -ClearFault
    }

    It 'says why it refuses a change' {
        $null = Start-RmfSimulator -Site inland
        Set-RmfSimulator inland -Camera 'Gate 1' -Property nonsense -Value 1 -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SimulatorRefused,*'
        Set-RmfSimulator nowhere -ClearFault -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SimulatorNotRunning,*'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'inland'
    }

    It 'completes the names of running sites, and no others' {
        $null = Start-RmfSimulator -Site harbour
        $line = 'Stop-RmfSimulator '
        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText | Should -Be 'harbour'
    }

    It 'writes a policy for the running sites, which logs in by the variables it set' {
        $sites = Start-RmfSimulator -SetPasswordVariable
        $policy = New-RmfPolicy -Path "$TestDrive/lab.yaml" -FromSimulator -PassThru
        $policy.Sites.Uri | Should -Be @($sites.BaseUri)
        $policy.Sites.PasswordFrom | Should -Be 'environment variable RMF_HARBOUR_PASSWORD', 'environment variable RMF_INLAND_PASSWORD'
        $env:RMF_INLAND_PASSWORD | Should -Not -BeNullOrEmpty
    }

    It 'refuses to write a policy without both sides' {
        $null = Start-RmfSimulator -Site harbour
        { New-RmfPolicy -Path "$TestDrive/half.yaml" -FromSimulator } | Should -Throw -ErrorId 'NoSimulatedPair,*'
    }

    It 'shows no password, in any view or transcript' {
        $transcript = Join-Path -Path $TestDrive -ChildPath 'transcript.txt'
        $answer = Invoke-FreshPwsh -ArgumentList $manifest, $transcript -Script {
            param($manifest, $transcript)
            $null = Start-Transcript -Path $transcript
            Import-Module $manifest
            Start-RmfSimulator -SetPasswordVariable -Verbose -Debug:$false
            Get-RmfSimulator | Format-List -Property *
            Get-RmfSimulator | ConvertTo-Json -Depth 3 -WarningAction Ignore
            Set-RmfSimulator inland -Latency 1ms -PassThru -Verbose
            $null = Stop-Transcript
            'password:' + (Get-RmfSimulator harbour).Credential.GetNetworkCredential().Password
        }
        $password = ($answer | Where-Object { "$_".StartsWith('password:') }).Substring(9)
        $password.Length | Should -BeGreaterThan 5
        $text = Get-Content -Path $transcript -Raw
        $text | Should -Match 'harbour'
        $text | Should -Not -Match ([regex]::Escape($password))
    }
}
