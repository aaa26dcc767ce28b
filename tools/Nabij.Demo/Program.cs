using Nabij.Demo;

return args switch
{
    ["serve", .. var rest] => await Serving.RunAsync(rest),
    ["make", .. var rest] => await Making.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        Nabij.Demo serve [--urls http://127.0.0.1:5080]   seeds four places when the database is empty, and serves them
        Nabij.Demo make --persons 5000 [--seed 1]         adds one community of that many persons, for measuring
        The database is chosen by ConnectionStrings__Nabij.
        """
    );
    return 2;
}
