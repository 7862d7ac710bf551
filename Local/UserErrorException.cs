namespace CommunityDemand.Local;

/// <summary>An error that the user can fix. The message tells the problem and the remedy, and is printed without a stack trace.</summary>
internal sealed class UserErrorException(string message, Exception? inner = null) : Exception(message, inner);
