namespace CommunityDemand.Local.Terminal;

/// <summary>Shows how far long steps are: bars on a terminal, occasional lines elsewhere.</summary>
internal interface IProgressBoard
{
    /// <summary>Runs a step and shows it until it ends.</summary>
    /// <param name="title">What is being done, such as <c>Uploading</c>.</param>
    /// <param name="work">The step; it reports through what it is given.</param>
    Task<T> RunAsync<T>(string title, Func<IProgress<StepProgress>, Task<T>> work);
}
