using System.CommandLine;
using Azure;
using Azure.Storage.Blobs;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Emulator;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline;

namespace CommunityDemand.Local.Hosting;

/// <summary>Storage and pipeline for the duration of one command.</summary>
internal sealed class LocalSession : IAsyncDisposable
{
    private readonly AzuriteHost? _azurite;
    private readonly ServiceProvider _services;

    private LocalSession(AzuriteHost? azurite, string connection, ServiceProvider services)
    {
        _azurite = azurite;
        _services = services;
        ConnectionString = connection;
    }

    /// <summary>The storage in use.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether the storage is an embedded Azurite, whose key is not secret.</summary>
    public bool IsEmbedded => _azurite is not null;

    public IServiceProvider Services => _services;

    /// <summary>Starts or joins the Azurite of the data folder, or uses <c>--storage</c>, and registers the pipeline.</summary>
    /// <exception cref="UserErrorException">The storage is not available; the message tells why, and the remedy.</exception>
    public static Task<LocalSession> OpenAsync(ParseResult parsed, CommandTerminal terminal, CancellationToken cancellationToken) =>
        OpenAsync(parsed, DataFolder.Of(parsed), terminal, cancellationToken);

    /// <summary>Opens a session with the embedded Azurite in another folder than that of <c>--data</c>.</summary>
    public static async Task<LocalSession> OpenAsync(
        ParseResult parsed, DirectoryInfo data, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(GlobalOptions.Storage) is { } given)
        {
            await RequireAnswerAsync(given, cancellationToken);
            return new LocalSession(null, given, Register(given, terminal));
        }

        var folder = Path.Combine(data.FullName, "azurite");
        var azurite = await AzuriteHost.StartAsync(folder, terminal.Say, inMemory: false, accounts: [], cancellationToken);
        return new LocalSession(azurite, azurite.ConnectionString, Register(azurite.ConnectionString, terminal));
    }

    /// <summary>A service of the pipeline.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
    }

    private static ServiceProvider Register(string connection, CommandTerminal terminal)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:ConnectionString"] = connection,
                // The command line decides; it overrides production settings in the environment.
                ["Storage:AccountName"] = null,
            })
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => Configure(logging, terminal.Verbose))
            .AddPipeline()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static void Configure(ILoggingBuilder logging, bool verbose) => logging
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddFilter("CommunityDemand", verbose ? LogLevel.Debug : LogLevel.Error)
        .SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Error)
        .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    private static async Task RequireAnswerAsync(string connection, CancellationToken cancellationToken)
    {
        const string Example = "UseDevelopmentStorage=true, or DefaultEndpointsProtocol=https;AccountName=...;AccountKey=...";
        BlobServiceClient client;
        try
        {
            var options = new BlobClientOptions { Retry = { MaxRetries = 1, NetworkTimeout = TimeSpan.FromSeconds(15) } };
            client = new BlobServiceClient(connection, options);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new UserErrorException($"--storage is not a connection string. It looks like {Example}.", unreadable);
        }

        try
        {
            await client.GetPropertiesAsync(cancellationToken);
        }
        catch (Exception silent) when (silent is RequestFailedException or AggregateException && !cancellationToken.IsCancellationRequested)
        {
            var why = silent is RequestFailedException { ErrorCode: { Length: > 0 } code } ? code : "no answer";
            throw new UserErrorException(
                $"The storage of --storage at {client.Uri} cannot be used: {why}. Start Azurite or check the connection string; without "
                    + "--storage an embedded Azurite is started.",
                silent);
        }
    }
}
