using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CommunityDemand.Local.Emulator;

/// <summary>
/// An Azurite process on free loopback ports, with its data in a folder. A second process with the same folder joins the running Azurite.
/// The process that started it, or adopted it from a dead owner, stops it.
/// </summary>
internal sealed class AzuriteHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly AzuriteState _state;
    private readonly Process? _owned;

    private AzuriteHost(string folder, AzuriteState state, Process? owned)
    {
        _folder = folder;
        _state = state;
        _owned = owned;
    }

    /// <summary>Connection string of the default account for the Azure SDKs.</summary>
    public string ConnectionString => ConnectionStringOf(AzuriteState.DefaultAccount);

    /// <summary>Starts or joins the Azurite of a data folder.</summary>
    /// <param name="folder">Data folder; created if absent.</param>
    /// <param name="say">Receives notes about slow steps.</param>
    /// <param name="inMemory">Whether to keep nothing on disk, for tests.</param>
    /// <param name="accounts">Storage accounts to serve; empty for the default account.</param>
    /// <exception cref="UserErrorException">Node is missing, or Azurite did not start.</exception>
    public static async Task<AzuriteHost> StartAsync(
        string folder, Action<string> say, bool inMemory, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var tools = await NodeTools.EnsureAsync(say, cancellationToken);
        await using var gate = await FileGate.EnterAsync(Path.Combine(folder, "azurite.lock"), cancellationToken);

        var last = AzuriteState.Load(folder);
        if (last is not null && await ListensAsync(last.TablePort, cancellationToken)) return Join(folder, last);

        var ports = FreePorts(3);
        var key = last?.Key ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var state = new AzuriteState(key, ports[0], ports[1], ports[2], Environment.ProcessId, 0);
        var process = Launch(tools, folder, state, inMemory, accounts);
        await WaitUntilListeningAsync(process, state, cancellationToken);
        state = state with { AzuritePid = process.Id };
        state.Save(folder);
        return new AzuriteHost(folder, state, process);
    }

    /// <summary>Connection string of one of the accounts given at the start.</summary>
    public string ConnectionStringOf(string account) => _state.ConnectionString(account);

    public async ValueTask DisposeAsync()
    {
        if (_owned is null) return;
        await using var gate = await FileGate.EnterAsync(Path.Combine(_folder, "azurite.lock"), CancellationToken.None);
        await StopAsync(_owned);
        _owned.Dispose();
    }

    private static AzuriteHost Join(string folder, AzuriteState state)
    {
        if (Find(state.OwnerPid) is { } owner)
        {
            owner.Dispose();
            return new AzuriteHost(folder, state, owned: null);
        }

        // The owner was killed and left its Azurite running: this process adopts it.
        (state with { OwnerPid = Environment.ProcessId }).Save(folder);
        return new AzuriteHost(folder, state, Find(state.AzuritePid));
    }

    private static Process Launch(NodeTools tools, string folder, AzuriteState state, bool inMemory, IReadOnlyList<string> accounts)
    {
        List<string> arguments =
        [
            Path.Combine(tools.Modules, "azurite", "dist", "src", "azurite.js"),
            "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", $"{state.BlobPort}", "--queuePort", $"{state.QueuePort}", "--tablePort", $"{state.TablePort}",
        ];
        if (inMemory) arguments.Add("--inMemoryPersistence");
        else arguments.AddRange(["--location", folder]);

        var start = new ProcessStartInfo(NodeTools.Node, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(
            ';', accounts.DefaultIfEmpty(AzuriteState.DefaultAccount).Select(a => $"{a}:{state.Key}"));
        var process = Process.Start(start)!;
        // Unread pipes fill up and would block Azurite.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task WaitUntilListeningAsync(Process process, AzuriteState state, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (true)
            {
                if (process.HasExited)
                {
                    throw new UserErrorException(
                        $"Azurite ended with exit code {process.ExitCode} instead of starting. Its data folder may be damaged: delete "
                            + "the folder and start again.");
                }

                if (await ListensAsync(state.BlobPort, limit.Token)
                    && await ListensAsync(state.QueuePort, limit.Token)
                    && await ListensAsync(state.TablePort, limit.Token)) return;

                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            await StopAsync(process);
            cancellationToken.ThrowIfCancellationRequested();
            throw new UserErrorException(
                "Azurite did not start within 60 seconds. Is the machine very busy? Try again, or pass --storage CONNECTION.");
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }

    private static Process? Find(int pid)
    {
        try
        {
            var process = Process.GetProcessById(pid);
            if (!process.HasExited) return process;
            process.Dispose();
            return null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // SIGTERM lets Azurite write its tables to disk; a kill could lose the last seconds.
    private static async Task StopAsync(Process process)
    {
        if (process.HasExited) return;
        if (OperatingSystem.IsWindows()) process.Kill();
        else Signals.Terminate(process.Id);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
    }
}
