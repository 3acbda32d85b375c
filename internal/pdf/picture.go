package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // the kinds of picture that come
	_ "image/png"
)

// writePicture writes an image (8.9.5) from a PNG or JPEG file. A JPEG file of grey or of three colours goes in as it is; all else
// is unpacked, with its transparency beside it (11.6.5.3).
func writePicture(f *file, object reference, data []byte) error {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	size := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8", config.Width, config.Height)
	if format == "jpeg" && config.ColorModel != color.CMYKModel {
		space := "DeviceRGB"
		if config.ColorModel == color.GrayModel {
			space = "DeviceGray"
		}
		f.encoded(object, size+"/ColorSpace/"+space, "DCTDecode", data)
		return nil
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	bounds := picture.Bounds()
	samples := make([]byte, 0, 3*bounds.Dx()*bounds.Dy())
	mask := make([]byte, 0, bounds.Dx()*bounds.Dy())
	opaque := true
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
			samples, mask = append(samples, c.R, c.G, c.B), append(mask, c.A)
			opaque = opaque && c.A == 255
		}
	}
	soft := ""
	if !opaque {
		alpha := f.reserve()
		f.stream(alpha, size+"/ColorSpace/DeviceGray", mask)
		soft = "/SMask " + alpha.String()
	}
	f.stream(object, size+"/ColorSpace/DeviceRGB"+soft, samples)
	return nil
}
