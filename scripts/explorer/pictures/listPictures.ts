// Counts → all pictures, in the order in which a reader meets them.
import type { Manifest } from '../../schemas/generated/types.ts';
import { type Child, h, type Node } from '../nodes/node.ts';
import type { Showing } from '../parts/showing.ts';
import { pictureAgreement } from './agreement.ts';
import type { DatasetCounts } from './collectCounts.ts';
import { pictureFoundations } from './foundations.ts';
import { pictureLag } from './lag.ts';
import { pictureOrigins } from './origins.ts';
import { type Picture, showPicture } from './picture.ts';
import { pictureTime } from './timeLine.ts';
import { pictureTopics } from './topicGrid.ts';
import { pictureVerdicts } from './verdictsByArticle.ts';

export function listPictures(showing: Showing, counts: DatasetCounts, manifest: Manifest): Picture[] {
  return [
    pictureTopics(showing, counts),
    pictureVerdicts(showing, counts),
    pictureFoundations(showing, counts),
    pictureAgreement(showing, counts, manifest),
    pictureOrigins(showing, counts),
    pictureTime(counts),
    pictureLag(counts),
  ];
}

export function showPictures(showing: Showing, pictures: readonly Picture[], heading: Child = 'Charts'): Node[] {
  return [
    h('h1', { id: 'pictures-title', tabindex: -1 }, heading),
    ...pictures.map((picture) => showPicture(showing, picture)),
  ];
}
