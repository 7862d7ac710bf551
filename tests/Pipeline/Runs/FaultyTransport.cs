using Azure.Core;
using Azure.Core.Pipeline;

namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>
/// The way to storage, to be disturbed: a process dies at its n-th write, and from then on nothing it sends arrives; others act between
/// two requests; answers are lost. A death at a read leaves what a death at the next write leaves, so that deaths at writes are all.
/// </summary>
internal sealed class FaultyTransport : HttpPipelineTransport
{
    private readonly HttpPipelineTransport _real = HttpClientTransport.Shared;
    private int _left = int.MaxValue;

    /// <summary>
    /// Called before each request is sent: to do what somebody else does just then, or to throw what the SDK would. What it sends itself
    /// comes here too, so whoever acts once sets it to null first.
    /// </summary>
    public Func<Request, Task>? Before { get; set; }

    /// <summary>
    /// Asked once a request has arrived and been answered: whether its sender never hears of it, and sends it again as the SDK does.
    /// </summary>
    public Func<Request, bool>? LoseAnswer { get; set; }

    public void DieAfter(int writes) => _left = writes;

    public void Live() => _left = int.MaxValue;

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => _real.Process(Counted(message));

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (Before is { } before) await before(message.Request);
        await _real.ProcessAsync(Counted(message));
        if (LoseAnswer?.Invoke(message.Request) == true) throw new IOException("The connection was reset before the answer came.");
    }

    private HttpMessage Counted(HttpMessage message)
    {
        var left = _left == int.MaxValue || !IsWrite(message.Request) ? Volatile.Read(ref _left) : Interlocked.Decrement(ref _left);
        return left >= 0 ? message : throw new ProcessDiedException();
    }

    // Receiving a message of a queue hides it.
    private static bool IsWrite(Request request) =>
        (request.Method != RequestMethod.Get && request.Method != RequestMethod.Head)
        || request.Uri.Path.EndsWith("/messages", StringComparison.Ordinal);
}

/// <summary>Nothing retries it.</summary>
internal sealed class ProcessDiedException() : Exception("The process died here.");
