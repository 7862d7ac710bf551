using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;

namespace CommunityDemand.Local.Emulator;

/// <summary>
/// Installer of the npm packages that the local host needs (Azurite, echarts), or that another lock file names. Each is installed once
/// per user, in a folder named after the digest of the lock file. Builds, tests and clones share the folder, and an upgrade never uses an
/// old copy.
/// </summary>
internal sealed class NodeTools
{
    private NodeTools(string modules) => Modules = modules;

    /// <summary>Path of the <c>node_modules</c> folder.</summary>
    public string Modules { get; }

    /// <summary>Finds the installed tools, or installs them.</summary>
    /// <param name="say">Receives a note, once, when an installation starts.</param>
    /// <exception cref="UserErrorException">Node or npm is missing, or the installation failed; the message tells the remedy.</exception>
    public static Task<NodeTools> EnsureAsync(Action<string> say, CancellationToken cancellationToken) =>
        EnsureAsync(Assembly.GetExecutingAssembly(), "Azurite and echarts", say, cancellationToken);

    /// <summary>
    /// Finds or installs the packages in the resources <c>npm/package.json</c> and <c>npm/package-lock.json</c> of another assembly.
    /// </summary>
    /// <param name="packages">Assembly with the resources.</param>
    /// <param name="names">Names of the packages, as users know them.</param>
    internal static async Task<NodeTools> EnsureAsync(
        Assembly packages, string names, Action<string> say, CancellationToken cancellationToken)
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
                $"npm could not install {names} (exit {exit}). Check that npm reaches its registry, then try again; or start Azurite "
                    + $"yourself and pass --storage CONNECTION.\n{output}");
        }

        Directory.Move(staging, home);
        return new NodeTools(modules);
    }

    /// <summary>Name of the Node executable on this platform.</summary>
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
        const string Remedy =
            "Install Node.js 20 or later (https://nodejs.org), or pass --storage CONNECTION to use a storage account or an Azurite that "
                + "runs already.";
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
