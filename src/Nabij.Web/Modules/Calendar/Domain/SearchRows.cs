using Nabij.Modules.Calendar.Contracts;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>A word by which an activity is found.</summary>
public sealed record ActivityWord(ActivityId Activity, string Word);

/// <summary>Three letters of a word that some activity is found by: each word is there once, however many use it.</summary>
public sealed record SearchGram(string Gram, string Word);
