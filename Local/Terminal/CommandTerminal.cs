using System.CommandLine;
using CommunityDemand.Local.Commands;
using Spectre.Console;

namespace CommunityDemand.Local.Terminal;

/// <summary>Output of a command: results go to standard output, progress and notes to standard error, so that pipes stay clean.</summary>
internal sealed class CommandTerminal
{
    // A log file does not need tables wrapped at 80 columns.
    private const int RedirectedWidth = 160;

    private CommandTerminal(TextWriter output, TextWriter error, bool live, bool verbose)
    {
        Output = output;
        Error = error;
        Verbose = verbose;
        Console = Create(output, live);
        Progress =
            live ? new LiveProgressBoard(Create(error, live), TimeProvider.System) : new PlainProgressBoard(error, TimeProvider.System);
    }

    /// <summary>Standard output as a plain writer.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error as a plain writer.</summary>
    public TextWriter Error { get; }

    /// <summary>Standard output for tables.</summary>
    public IAnsiConsole Console { get; }

    public IProgressBoard Progress { get; }

    /// <summary>Whether to show the logs of libraries.</summary>
    public bool Verbose { get; }

    /// <summary>The terminal of a parsed command line.</summary>
    public static CommandTerminal Of(ParseResult parsed)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var verbose = parsed.GetValue(GlobalOptions.Verbose);
        var ours = ReferenceEquals(output, System.Console.Out) && ReferenceEquals(error, System.Console.Error);
        // Log lines would break the progress bars.
        var live = ours && !verbose && !System.Console.IsOutputRedirected && !System.Console.IsErrorRedirected;
        return new CommandTerminal(output, error, live, verbose);
    }

    /// <summary>Writes a note to the user, separate from the results.</summary>
    public void Say(string note) => Error.WriteLine(note);

    private static IAnsiConsole Create(TextWriter writer, bool live)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = live ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = live ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = live ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!live) console.Profile.Width = RedirectedWidth;
        return console;
    }
}
