using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>Answers of who signed up, by link, text message or telephone.</summary>
public sealed class SignUpAnswers(NabijDb db, WithdrawSignUp withdraw, OfferPlaces offer) : IReceiveAnswers
{
    public const string IStayAway = nameof(IStayAway);
    public const string TakePlace = nameof(TakePlace);

    public static readonly IReadOnlyList<string> OfWhoComes = [IStayAway];
    public static readonly IReadOnlyList<string> ToAnOffer = [TakePlace, IStayAway];

    public string SubjectKind => "SignUp";

    public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
    {
        var id = new SignUpId(about.Id);
        return (await db.SignUps.SingleOrDefaultAsync(s => s.Id == id && s.Person == person, ct), answer) switch
        {
            (null, _) => new NotSignedUp(),
            ({ State: SignUpState.Offered } offered, TakePlace) => await TakeAsync(offered, ct),
            ({ State: SignUpState.Comes }, TakePlace) => null,
            (_, TakePlace) => new PlaceIsGone(),
            ({ IsOpen: true } signUp, IStayAway) => await withdraw.ApplyAsync(signUp, ct),
            (_, IStayAway) => null,
            _ => new NotSignedUp(),
        };
    }

    private async Task<Refusal?> TakeAsync(SignUp offered, CancellationToken ct)
    {
        await offer.TakeAsync(offered, ct);
        return null;
    }
}
