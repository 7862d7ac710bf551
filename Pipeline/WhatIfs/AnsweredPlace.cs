namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>Where a row of an answer is: the columns that all rows of a run share, by the same names.</summary>
internal sealed record AnsweredPlace(string Level, string Area, string AreaName, string ServiceLevel, string Service, string ServiceName);
