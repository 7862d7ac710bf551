using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;

namespace CommunityDemand.Local.Emulator;

/// <summary>
/// Installs what the local host takes from npm (Azurite, echarts), or another lock file names, once a user, in a folder named after the lock file's
/// digest, so that builds, tests and clones share it and an upgrade never meets an old copy.
/// </summary>
internal sealed class NodeTools
{
    private NodeTools(string modules) => Modules = modules;

    /// <summary>The <c>node_modules</c> folder.</summary>
    public string Modules { get; }

    /// <summary>Finds the installed tools or installs them.</summary>
    /// <param name="say">Told, once, that an install is under way.</param>
    /// <exception cref="UserErrorException">Node or npm is missing, or the install failed; the message says what to do.</exception>
    public static Task<NodeTools> EnsureAsync(Action<string> say, CancellationToken cancellationToken) =>
        EnsureAsync(Assembly.GetExecutingAssembly(), "Azurite and echarts", say, cancellationToken);

    /// <summary>The same for what another assembly's resources <c>npm/package.json</c> and <c>npm/package-lock.json</c> ask for.</summary>
    /// <param name="packages">That assembly.</param>
    /// <param name="names">What users call these packages.</param>
    internal static async Task<NodeTools> EnsureAsync(Assembly packages, string names, Action<string> say, CancellationToken cancellationToken)
    {
        await RequireNodeAsync(cancellationToken);
        var home = Path.Combine(CacheFolder(), "npm-" + Digest(packages));
        var modules = Path.Combine(home, "node_modules");
        if (Directory.Exists(modules)) return new NodeTools(modules);

        Directory.CreateDirectory(CacheFolder());
        await using var gate = await FileGate.EnterAsync(home + ".lock", cancellationToken);
        if (Directory.Exists(modules)) return new NodeTools(modules);

        say($"Installing {names} through npm (first use, about 30 s) ...");
        var staging = home + ".partial";
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        Directory.CreateDirectory(staging);
        foreach (var name in new[] { "package.json", "package-lock.json" })
        {
            await using var source = Resource(packages, name);
            await using var target = File.Create(Path.Combine(staging, name));
            await source.CopyToAsync(target, cancellationToken);
        }

        var (exit, output) = await RunAsync(
            Npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], staging, cancellationToken);
        if (exit != 0)
        {
            throw new UserErrorException(
                $"npm could not install {names} (exit {exit}). Check that npm reaches its registry, then try again; or start Azurite yourself and pass --storage CONNECTION.\n{output}");
        }

        Directory.Move(staging, home);
        return new NodeTools(modules);
    }

    /// <summary>The Node executable's name on this platform.</summary>
    public static string Node => OperatingSystem.IsWindows() ? "node.exe" : "node";

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    private static string CacheFolder() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "community-demand");

    private static string Digest(Assembly packages)
    {
        using var stream = Resource(packages, "package-lock.json");
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..12];
    }

    private static Stream Resource(Assembly packages, string name) =>
        packages.GetManifestResourceStream("npm/" + name)
        ?? throw new InvalidOperationException($"The build left out the resource npm/{name}.");

    private static async Task RequireNodeAsync(CancellationToken cancellationToken)
    {
        const string Remedy = "Install Node.js 20 or later (https://nodejs.org), or pass --storage CONNECTION to use a storage account or an Azurite that runs already.";
        foreach (var tool in new[] { Node, Npm })
        {
            try
            {
                var (exit, _) = await RunAsync(tool, ["--version"], Environment.CurrentDirectory, cancellationToken);
                if (exit != 0) throw new UserErrorException($"'{tool} --version' failed with exit code {exit}. {Remedy}");
            }
            catch (System.ComponentModel.Win32Exception)
            {
                throw new UserErrorException($"The storage emulator Azurite needs '{tool}', which is not on PATH. {Remedy}");
            }
        }
    }

    private static async Task<(int Exit, string Output)> RunAsync(
        string file, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
