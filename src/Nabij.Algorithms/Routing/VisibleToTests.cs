using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Nabij.Algorithms.Tests")]
