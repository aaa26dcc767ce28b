using Nabij.Algorithms.Districting;
using Nabij.Kernel.Languages;
using Nabij.Modules.Circles.Domain.Proposals;

namespace Nabij.Modules.Circles.Proposing.Showing;

/// <summary>Puts a proposal in words.</summary>
public static class ProposalWords
{
    extension(Texts t)
    {
        /// <summary>'Lindelaan 12'; 'punt 12' in a sketch.</summary>
        public string Door(ProposedPlace place) =>
            place.FrontDoor.Length > 0 ? place.FrontDoor : t["Circles.Proposal.Point", ("n", place.Number + 1)];

        /// <summary>'Cirkel 7'</summary>
        public string CircleNumber(int number) => t["Circles.Proposal.Circle", ("n", number + 1)];

        /// <summary>'Cirkel 7: Lindelaan en Esdoornhof'</summary>
        public string CircleInWords(SketchedCircle circle) =>
            circle.Name.Length == 0 ? t.CircleNumber(circle.Number) : t["Circles.Proposal.Circle.Named", ("n", circle.Shown), ("name", circle.Name)];

        /// <summary>Why the border runs here: 'De Dorpsstraat is hier een grens.'</summary>
        public string Why(BorderReason reason, ProposalSketch sketch)
        {
            var (circle, other) = (reason.Circle + 1, reason.Other + 1);
            var door = reason.Place < 0 ? "" : t.Door(sketch.Places[reason.Place]);
            var people = SeniorsEstimate.Whole(reason.Number);
            var metres = (reason.Number + 5) / 10;
            return reason.Kind switch
            {
                BorderReasonKind.Barrier => t["Circles.Proposal.Why.Barrier", ("name", sketch.Barriers[reason.Barrier].Name)],
                BorderReasonKind.WouldBreakCircle => t["Circles.Proposal.Why.WouldBreak", ("door", door), ("circle", circle)],
                BorderReasonKind.WouldBeTooSmall => t["Circles.Proposal.Why.TooSmall", ("door", door), ("circle", circle), ("other", other), ("n", people)],
                BorderReasonKind.WouldBeTooLarge => t["Circles.Proposal.Why.TooLarge", ("door", door), ("other", other), ("n", people)],
                BorderReasonKind.WouldLackHelpers => t["Circles.Proposal.Why.Helpers", ("door", door), ("circle", circle)],
                BorderReasonKind.StaysWhereItWas => t["Circles.Proposal.Why.Stays", ("door", door), ("circle", circle)],
                BorderReasonKind.FartherToWalk => t["Circles.Proposal.Why.Farther", ("door", door), ("other", other), ("n", metres)],
                _ => t["Circles.Proposal.Why.CouldMove", ("door", door), ("other", other), ("n", metres)],
            };
        }
    }
}
