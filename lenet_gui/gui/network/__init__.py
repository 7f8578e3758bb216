"""The picture of the network: where its columns stand, what they show, how they are painted.

``layout`` arranges the columns, ``column_pictures`` turns activations into colour indices,
``painter`` paints maps, scales and the links of the pointed-at unit, ``ink_stages`` and
``picture_stages`` show how ink and pictures became the input.
"""
