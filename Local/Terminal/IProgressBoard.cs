namespace CommunityDemand.Local.Terminal;

/// <summary>Progress of long steps: bars on a terminal, occasional lines otherwise.</summary>
internal interface IProgressBoard
{
    /// <summary>Runs a step and shows its progress until it ends.</summary>
    /// <param name="title">Title of the step, such as <c>Uploading</c>.</param>
    /// <param name="work">The step; it reports its progress to its argument.</param>
    Task<T> RunAsync<T>(string title, Func<IProgress<StepProgress>, Task<T>> work);
}
